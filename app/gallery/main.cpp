#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTimer>
#include <QtQml/QQmlExtensionPlugin>
#include <cstdio>

#include "app/model/appearance.hpp"

Q_IMPORT_QML_PLUGIN(PianquPlugin)
Q_IMPORT_QML_PLUGIN(Pianqu_ModelPlugin)

/// pianqu-gallery [--dark] [--screenshot FILE.png]: exit 1 on any QML warning.
int main(int argc, char** argv) {
  using pianqu::app::Appearance;
  QGuiApplication application(argc, argv);
  QGuiApplication::setOrganizationName(QStringLiteral("pianqu"));
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  const QStringList arguments = QGuiApplication::arguments();
  Appearance::force(arguments.contains(QStringLiteral("--dark")) ? Appearance::Mode::Dark : Appearance::Mode::Light);
  QQmlApplicationEngine engine;
  int warnings = 0;
  QObject::connect(&engine, &QQmlEngine::warnings, &engine, [&](const QList<QQmlError>& errors) {
    warnings += static_cast<int>(errors.size());
    for (const QQmlError& error : errors) std::fprintf(stderr, "%s\n", qPrintable(error.toString()));
  });
  engine.loadFromModule("PianquGallery", "Gallery");
  auto* window = engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  if (!window) return 1;
  const qsizetype at = arguments.indexOf(QStringLiteral("--screenshot"));
  if (at < 0 || at + 1 >= arguments.size()) return QGuiApplication::exec();
  int framesLeft = 3;
  QObject::connect(window, &QQuickWindow::frameSwapped, window, [&] {
    if (--framesLeft > 0) return window->update();
    const bool isWritten = window->grabWindow().save(arguments[at + 1]);
    QGuiApplication::exit(isWritten && warnings == 0 ? 0 : 1);
  }, Qt::QueuedConnection);
  window->update();
  return QGuiApplication::exec();
}
