#include "app/model/language_controller.hpp"

#include <QCoreApplication>

namespace pianqu::app {

LanguageController::LanguageController(QObject* parent) : QObject(parent) {
  if (m_translator.load(QStringLiteral(":/i18n/pianqu_en.qm"))) QCoreApplication::installTranslator(&m_translator);
}

void LanguageController::use(const QString& code) {
  if (code == m_code) return;
  QCoreApplication::removeTranslator(&m_translator);
  // English needs its file too: for one building and two buildings.
  const QString file = code == QLatin1String("zh") ? QStringLiteral(":/i18n/pianqu_zh_CN.qm") : QStringLiteral(":/i18n/pianqu_en.qm");
  if (m_translator.load(file)) QCoreApplication::installTranslator(&m_translator);
  m_code = code;
  emit changed();
}

}  // namespace pianqu::app
