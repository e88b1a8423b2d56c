#pragma once

#include <QObject>
#include <QTranslator>
#include <QtQmlIntegration>

namespace pianqu::app {

/// The language of the window; changes while it runs.
class LanguageController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(bool isChinese READ isChinese NOTIFY changed)
  Q_PROPERTY(QString code READ code NOTIFY changed)

 public:
  explicit LanguageController(QObject* parent = nullptr);
  bool isChinese() const { return m_code == QLatin1String("zh"); }
  QString code() const { return m_code; }

  /// "zh" or "en".
  Q_INVOKABLE void use(const QString& code);
  Q_INVOKABLE void toggle() { use(isChinese() ? QStringLiteral("en") : QStringLiteral("zh")); }

 signals:
  void changed();

 private:
  QString m_code = QStringLiteral("en");
  QTranslator m_translator;
};

}  // namespace pianqu::app
