#include "app/model/said.hpp"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <optional>

#include "app/model/said_texts.hpp"

namespace pianqu::app {
namespace {

/// A sentence of the list, cut at its places: "there is no district %1" has the pieces "there is no district " and "".
struct Sentence {
  const char* source = nullptr;
  QStringList pieces;
  std::vector<qsizetype> places;   ///< number of the name between a piece and the next, from 0
  qsizetype letters = 0;
};

bool isPlace(const QString& text, qsizetype at) { return at + 1 < text.size() && text[at] == u'%' && text[at + 1].isDigit(); }

Sentence sentenceOf(const char* source) {
  Sentence sentence{source, {QString()}, {}, 0};
  const QString text = QString::fromUtf8(source);
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (isPlace(text, i)) {
      sentence.places.push_back(text[++i].digitValue() - 1);
      sentence.pieces.append(QString());
      continue;
    }
    sentence.pieces.last().append(text[i]);
    ++sentence.letters;
  }
  return sentence;
}

/// The one with most words first: "there is no estate %1 in the project" before "there is no %1".
const std::vector<Sentence>& sentences() {
  static const std::vector<Sentence> kSentences = [] {
    std::vector<Sentence> all;
    for (const char* source : saidTexts()) all.push_back(sentenceOf(source));
    std::stable_sort(all.begin(), all.end(), [](const Sentence& a, const Sentence& b) { return a.letters > b.letters; });
    return all;
  }();
  return kSentences;
}

/// What stands at the places of the sentence, by number.
std::optional<QStringList> namesIn(const QString& text, const Sentence& sentence) {
  if (sentence.places.empty()) return text == sentence.pieces.front() ? std::optional(QStringList()) : std::nullopt;
  if (!text.startsWith(sentence.pieces.front())) return std::nullopt;
  QStringList names(static_cast<qsizetype>(sentence.places.size()));
  qsizetype from = sentence.pieces.front().size();
  for (std::size_t p = 0; p < sentence.places.size(); ++p) {
    const QString& next = sentence.pieces[static_cast<qsizetype>(p) + 1];
    const bool isLast = p + 1 == sentence.places.size();
    const qsizetype end = !isLast ? text.indexOf(next, from) : text.endsWith(next) ? text.size() - next.size() : -1;
    if (end <= from) return std::nullopt;
    const QString name = text.mid(from, end - from);
    // "梅园: all units ..." are two sentences, not one that begins with a long name.
    if (from == 0 && (name.contains(QLatin1String(": ")) || name.contains(QLatin1String("; ")))) return std::nullopt;
    names[sentence.places[p]] = name;
    from = end + next.size();
  }
  return names;
}

QString filled(const QString& text, const QStringList& names) {
  QString result;
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (isPlace(text, i)) result += names.value(text[++i].digitValue() - 1);
    else result += text[i];
  }
  return result;
}

std::optional<QString> translated(const QString& text);

QString orAsItIs(const QString& text) { return translated(text).value_or(text); }

/// Several sentences in one, when one of them is known.
std::optional<QString> translatedParts(const QString& text) {
  static const std::vector<std::pair<QString, QString>> kJoints{{QStringLiteral("; "), QStringLiteral("；")}, {QStringLiteral(": "), QStringLiteral("：")}, {QStringLiteral(", "), QStringLiteral("，")},
                                                                {QStringLiteral(" and "), QStringLiteral("，")}};
  for (const auto& [joint, sign] : kJoints) {
    const qsizetype at = text.indexOf(joint);
    if (at <= 0) continue;
    const auto head = translated(text.left(at)), tail = translated(text.mid(at + joint.size()));
    if (head || tail) return head.value_or(text.left(at)) + sign + tail.value_or(text.mid(at + joint.size()));
  }
  return std::nullopt;
}

/// nullopt for what is not known, or has no translation in the language of the window.
std::optional<QString> translated(const QString& text) {
  for (const Sentence& sentence : sentences()) {
    auto names = namesIn(text, sentence);
    if (!names) continue;
    const QString target = QCoreApplication::translate("said", sentence.source);
    if (target == QString::fromUtf8(sentence.source)) return std::nullopt;
    for (QString& name : *names) name = orAsItIs(name);
    return filled(target, *names);
  }
  return translatedParts(text);
}

}  // namespace

std::vector<const char*> saidTexts() {
  std::vector<const char*> texts;
  for (const auto& theme : {planTexts(), fileTexts(), readTexts(), importTexts(), projectTexts(), drainageTexts()}) texts.insert(texts.end(), theme.begin(), theme.end());
  return texts;
}

QString said(const std::string& english) { return orAsItIs(QString::fromStdString(english)); }

QString said(const geo::Error& error) {
  const auto words = translated(QString::fromStdString(error.text));
  if (!words) return QString::fromStdString(geo::toText(error));
  QStringList parts;
  for (const std::string* part : {&error.where.file, &error.where.layer, &error.where.feature})
    if (!part->empty()) parts.append(said(*part));
  return parts.isEmpty() ? *words : parts.join(QLatin1Char(' ')) + QStringLiteral("：") + *words;
}

}  // namespace pianqu::app
