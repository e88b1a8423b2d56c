#include <malloc.h>

#include <QGuiApplication>
#include <QQuickStyle>
#include <cstdio>
#include <exception>

#include "app/cli/run.hpp"
#include "app/model/appearance.hpp"
#include "app/qml/desktop.hpp"
#include "app/qml/measure.hpp"
#include "app/qml/self_test.hpp"
#include "geo/base/leave.hpp"
#include "layers/io/dataset.hpp"
#include "layers/sample/sample_city.hpp"

namespace pianqu::app {
namespace {

constexpr int kDone = 0, kFailed = 1, kWrongUsage = 2;
constexpr std::uint64_t kSampleSeed = 1;

int report(const geo::Error& error, int status) {
  std::fprintf(stderr, "pianqu-desktop: %s\n", geo::toText(error).c_str());
  if (!error.hint.empty()) std::fprintf(stderr, "  try: %s\n", error.hint.c_str());
  return status;
}

geo::Result<void> openWhatIsAsked(Desktop& desktop, const DesktopOptions& options) {
  QObject::connect(&desktop.project(), &ProjectController::opened, &desktop.map(), [&desktop, code = options.district.toStdString()] {
    if (const auto* district = desktop.project().snapshot()->plan->findDistrict(code)) desktop.map().fitDistrict(QString::fromStdString(district->uid));
  });
  if (!options.project.isEmpty()) desktop.project().open(options.project);
  if (!options.hasSample) return {};
  auto sample = layers::generateCity(layers::SampleSize::S, kSampleSeed);
  if (!sample) return geo::fail(std::move(sample));
  desktop.project().openStore(makeMemoryStore("云梅市", sample->crs, std::move(sample->city), {}));
  return {};
}

int takeScreenshot(Desktop& desktop, const DesktopOptions& options) {
  const QString& path = options.screenshot;
  if (auto shown = waitUntilShown(desktop); !shown) return report(shown.error(), kFailed);
  if (!options.panel.isEmpty()) desktop.frame().showPanel(options.panel);
  if (!options.card.isEmpty()) desktop.frame().openCard(options.card);
  if (auto shown = waitUntilShown(desktop); !shown) return report(shown.error(), kFailed);
  if (desktop.window()->grabWindow().save(path)) return kDone;
  return report({geo::ErrorCode::Unwritable, "The picture could not be written.", "Is the folder there and writable?", {.file = path.toStdString()}}, kFailed);
}

int selfTest(Desktop& desktop) {
  const QStringList remarks = runSelfTest(desktop);
  for (const QString& remark : remarks) std::fprintf(stderr, "%s\n", qPrintable(remark));
  std::printf("self-test: %s\n", remarks.isEmpty() ? "passed" : "failed");
  return remarks.isEmpty() ? kDone : kFailed;
}

int measure(Desktop& desktop, const QElapsedTimer& sinceStart) {
  const auto text = measureWindow(desktop, sinceStart);
  if (!text) return report(text.error(), kFailed);
  std::printf("%s", qPrintable(*text));
  return kDone;
}

int showWindow(QGuiApplication& application) {
  const auto options = parseDesktopOptions(QCoreApplication::arguments());
  if (!options) return report(options.error(), kWrongUsage);
  if (options->isDark) Appearance::force(Appearance::Mode::Dark);
  QElapsedTimer sinceStart;
  sinceStart.start();
  auto desktop = Desktop::make(*options);
  if (!desktop) return report(desktop.error(), kFailed);
  (*desktop)->session().job->setCommand(&pianqu::app::call);
  if (auto opened = openWhatIsAsked(**desktop, *options); !opened) return report(opened.error(), kFailed);
  if (options->isSelfTest) return selfTest(**desktop);
  if (options->isMeasured) return measure(**desktop, sinceStart);
  if (!options->screenshot.isEmpty()) return takeScreenshot(**desktop, *options);
  return application.exec();
}

}  // namespace
}  // namespace pianqu::app

static int run(int argc, char** argv) try {
  // What a city is read and sorted with goes back to the system at once. By default the heap learns to keep it: a tenth of a large city.
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
  QGuiApplication application(argc, argv);
  QGuiApplication::setApplicationName(QStringLiteral("pianqu-desktop"));
  QGuiApplication::setOrganizationName(QStringLiteral("pianqu"));
  QGuiApplication::setApplicationVersion(QStringLiteral("0.1.0"));
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  pianqu::layers::startGdal();
  return pianqu::app::showWindow(application);
} catch (const std::exception& error) {
  std::fprintf(stderr, "pianqu-desktop: %s\n", error.what());
  return 1;
}

int main(int argc, char** argv) { pianqu::geo::leave(run(argc, argv)); }
