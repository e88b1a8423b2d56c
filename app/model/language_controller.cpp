#include "app/model/language_controller.hpp"

#include <QCoreApplication>

namespace pianqu::app {

LanguageController::LanguageController(QObject* parent) : QObject(parent) {}

void LanguageController::use(const QString& code) {
  if (code == m_code) return;
  QCoreApplication::removeTranslator(&m_translator);
  if (code == QLatin1String("zh") && m_translator.load(QStringLiteral(":/i18n/pianqu_zh_CN.qm"))) QCoreApplication::installTranslator(&m_translator);
  m_code = code;
  emit changed();
}

}  // namespace pianqu::app
