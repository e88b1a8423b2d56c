#include "app/model/naming.hpp"

#include <algorithm>

#include "layers/feature/city_schema.hpp"

namespace pianqu::app {

QString headingOfTable(const std::string& name, bool isChinese) {
  const layers::TableSchema* schema = layers::findCityTable(name);
  return schema ? headingOf(*schema, isChinese) : QString::fromStdString(name);
}

QString unitIn(const std::string& unit, bool isChinese) {
  const QString words = QString::fromStdString(unit);
  if (words == QLatin1String("m2") || words == QStringLiteral("㎡")) return QStringLiteral("m²");
  if (isChinese) return words;
  if (words == QStringLiteral("公顷")) return QStringLiteral("ha");
  if (words == QStringLiteral("元")) return QStringLiteral("CNY");
  if (words == QStringLiteral("万元")) return QStringLiteral("10⁴ CNY");
  const bool isCounting = std::any_of(words.begin(), words.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
  return isCounting ? QString() : words;
}

}  // namespace pianqu::app
