#pragma once

#include <QString>
#include <string>

namespace pianqu::app {

/// The words of a table or field as a heading: the schema's, in English with a capital at the front.
template <class Named>
QString headingOf(const Named& named, bool isChinese) {
  QString words = QString::fromStdString(isChinese ? named.zh : named.en);
  if (!words.isEmpty()) words[0] = words[0].toUpper();
  return words;
}

/// The same for a table of the city by its name; the name itself for any other.
QString headingOfTable(const std::string& name, bool isChinese);

/// A unit of the schema or the ledger as written in a language. Counting words (层, 户, 栋) have none in English: "".
QString unitIn(const std::string& unit, bool isChinese);

}  // namespace pianqu::app
