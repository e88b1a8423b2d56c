#include "app/paint/print.hpp"

#include <cerrno>
#include <system_error>

#include <QBuffer>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QImage>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include "app/paint/paint_picture.hpp"
#include "app/paint/pdf_repair.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;

constexpr int kPdfDotsPerInch = 1200;
constexpr double kMmPerInch = 25.4;
constexpr double kMostPixels = 4e8;

geo::Result<void> requireFont(const std::string& family) {
  if (QFontDatabase::hasFamily(QString::fromStdString(family))) return {};
  return fail(ErrorCode::NotFound, "the font \"" + family + "\" is not installed", "install the package fonts-noto-cjk, or name another font with --font");
}

QPageSize pageSizeOf(const layers::Picture& picture) {
  return QPageSize(QSizeF(picture.widthMm, picture.heightMm), QPageSize::Millimeter, {}, QPageSize::ExactMatch);
}

/// A filled square outside the paper; finishPdf finds it by its place and puts the bracket of a layer there.
void paintMark(QPainter& painter, std::size_t group, double unitsPerMm) {
  const geo::XY at = markOfGroup(group);
  painter.fillRect(QRectF(at.x * unitsPerMm, at.y * unitsPerMm, unitsPerMm, unitsPerMm), Qt::black);
}

void paintMarkedPage(QPainter& painter, const layers::Picture& picture, const QString& family) {
  constexpr double k = kPdfDotsPerInch / kMmPerInch;
  for (std::size_t i = 0; i < picture.groups.size(); ++i) {
    paintMark(painter, i, k);
    paintGroup(painter, picture.groups[i], k, family);
  }
  paintMark(painter, picture.groups.size(), k);
}

geo::Result<std::string> paintPdf(const std::vector<layers::Picture>& pictures, const PrintOptions& options, geo::Progress& progress) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setResolution(kPdfDotsPerInch);
    writer.setPageMargins(QMarginsF());
    writer.setTitle(QString::fromStdString(options.title));
    writer.setCreator(QStringLiteral("Pianqu"));
    if (!pictures.empty()) writer.setPageSize(pageSizeOf(pictures.front()));
    QPainter painter(&writer);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
      if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "printing was stopped");
      if (i > 0) {
        writer.setPageSize(pageSizeOf(pictures[i]));
        writer.newPage();
      }
      paintMarkedPage(painter, pictures[i], QString::fromStdString(options.family));
      progress.report(static_cast<double>(i + 1) / static_cast<double>(pictures.size()), "printing");
    }
  }
  return bytes.toStdString();
}

}  // namespace

geo::Result<void> writeFile(const std::string& path, const std::string& bytes) {
  QSaveFile file(QString::fromStdString(path));
  errno = 0;
  const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size()) && file.commit();
  // Qt calls a full disk an unknown error.
  const std::string why = errno != 0 ? std::generic_category().message(errno) : file.errorString().toStdString();
  if (!isWritten) return fail(ErrorCode::Unwritable, "cannot be written: " + why, "check the folder and the free space", {.file = path});
  return {};
}

void requireQt() {
  if (QCoreApplication::instance()) return;
  qputenv("QT_QPA_PLATFORM", "offscreen");
  static int count = 1;
  static char name[] = "pianqu";
  static char* arguments[] = {name, nullptr};
  static QGuiApplication application(count, arguments);
}

geo::Result<void> printPdf(const std::string& path, const std::vector<layers::Picture>& pictures, const PrintOptions& options, geo::Progress& progress) {
  if (auto font = requireFont(options.family); !font) return font;
  const auto unified = readUnifiedIdeographs(options.dataFolder);
  if (!unified) return fail(unified);
  const auto raw = paintPdf(pictures, options, progress);
  if (!raw) return fail(raw);
  const auto finished = finishPdf(*raw, pictures, options, *unified);
  if (!finished) return fail(finished);
  return writeFile(path, *finished);
}

geo::Result<void> printPng(const std::string& path, const layers::Picture& picture, const PrintOptions& options) {
  if (auto font = requireFont(options.family); !font) return font;
  const double k = options.pngDotsPerInch / kMmPerInch;
  const double width = picture.widthMm * k, height = picture.heightMm * k;
  if (!(width * height <= kMostPixels)) return fail(ErrorCode::Invalid, "the image would have " + std::to_string(static_cast<long>(width * height / 1e6)) + " million pixels", "ask for fewer dots an inch");
  QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
  image.fill(Qt::white);
  image.setDotsPerMeterX(static_cast<int>(k * 1000));
  image.setDotsPerMeterY(static_cast<int>(k * 1000));
  {
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintPicture(painter, picture, k, QString::fromStdString(options.family));
  }
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (!image.save(&buffer, "PNG")) return fail(ErrorCode::Internal, "the image cannot be encoded", {}, {.file = path});
  return writeFile(path, bytes.toStdString());
}

}  // namespace pianqu::app
