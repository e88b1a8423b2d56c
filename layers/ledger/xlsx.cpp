#include <xlsxwriter.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

#include "layers/ledger/ledger.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

struct Formats { lxw_format *title, *heading, *text, *total; std::vector<lxw_format*> number, totalNumber; };

Formats formatsOf(lxw_workbook* book) {
  constexpr int kMostDecimals = 3;
  const auto cell = [book](bool isBold) {
    lxw_format* format = workbook_add_format(book);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_font_name(format, "宋体");
    if (isBold) format_set_bold(format);
    return format;
  };
  Formats formats{workbook_add_format(book), cell(true), cell(false), cell(true), {}, {}};
  format_set_bold(formats.title);
  format_set_font_size(formats.title, 14);
  format_set_font_name(formats.title, "黑体");
  format_set_text_wrap(formats.heading);
  format_set_align(formats.heading, LXW_ALIGN_CENTER);
  format_set_align(formats.heading, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bg_color(formats.heading, 0xE8EEF4);
  for (int decimals = 0; decimals <= kMostDecimals; ++decimals) {
    const std::string pattern = decimals == 0 ? "0" : "0." + std::string(static_cast<std::size_t>(decimals), '0');
    format_set_num_format(formats.number.emplace_back(cell(false)), pattern.c_str());
    format_set_num_format(formats.totalNumber.emplace_back(cell(true)), pattern.c_str());
  }
  return formats;
}

/// Width in characters, a Chinese one counting two.
double widthOf(const std::string& text) {
  double width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) width += byte >= 0xE0 ? 2 : 1;
  }
  return width;
}

void writeCell(lxw_worksheet* sheet, const LedgerTable& table, std::size_t row, std::size_t column, const Formats& formats) {
  constexpr lxw_row_t kFirstRow = 2;
  const bool isTotal = row + table.totals >= table.rows.size();
  const auto at = static_cast<lxw_row_t>(row) + kFirstRow;
  const auto col = static_cast<lxw_col_t>(column);
  const Value& value = table.rows[row][column];
  if (const auto number = std::holds_alternative<std::string>(value) ? std::nullopt : toNumber(value)) {
    // The cell holds the number as printed, so that a sum made in Excel equals the sum on the sheet.
    const auto decimals = std::holds_alternative<double>(value) ? static_cast<std::size_t>(table.columns[column].decimals) : 0;
    worksheet_write_number(sheet, at, col, std::stod(formatNumber(*number, static_cast<int>(decimals))), (isTotal ? formats.totalNumber : formats.number)[decimals]);
  } else {
    worksheet_write_string(sheet, at, col, toText(value).c_str(), isTotal ? formats.total : formats.text);
  }
}

void writeSheet(lxw_workbook* book, const LedgerTable& table, const Formats& formats) {
  constexpr double kWidest = 48;
  lxw_worksheet* sheet = workbook_add_worksheet(book, table.zh.substr(0, 60).c_str());
  if (!sheet) sheet = workbook_add_worksheet(book, nullptr);   // a name that Excel refuses
  worksheet_write_string(sheet, 0, 0, table.zh.c_str(), formats.title);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const auto& column = table.columns[c];
    const std::string heading = column.unit.empty() ? column.zh : column.zh + "（" + column.unit + "）";
    worksheet_write_string(sheet, 1, static_cast<lxw_col_t>(c), heading.c_str(), formats.heading);
    double width = widthOf(heading);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      writeCell(sheet, table, r, c, formats);
      width = std::max(width, widthOf(table.text(r, c)));
    }
    worksheet_set_column(sheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), std::min(width + 2, kWidest), nullptr);
  }
  worksheet_freeze_panes(sheet, 2, 2);
  worksheet_autofilter(sheet, 1, 0, static_cast<lxw_row_t>(table.rows.size() + 1), static_cast<lxw_col_t>(table.columns.size() - 1));
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 1);
}

}  // namespace

geo::Result<void> writeXlsx(const std::string& path, const std::vector<LedgerTable>& tables) {
  // Made in memory: where the disk refuses the file, it is we who say so, and say why.
  const char* bytes = nullptr;
  std::size_t size = 0;
  lxw_workbook_options options{};
  options.output_buffer = &bytes;
  options.output_buffer_size = &size;
  lxw_workbook* book = workbook_new_opt(nullptr, &options);
  if (!book) return fail(ErrorCode::Internal, "the spreadsheet cannot be begun", {}, {.file = path});
  const Formats formats = formatsOf(book);
  for (const auto& table : tables) writeSheet(book, table, formats);
  const lxw_error made = workbook_close(book);
  const std::unique_ptr<char, void (*)(void*)> owned(const_cast<char*>(bytes), std::free);
  if (made != LXW_NO_ERROR) return fail(ErrorCode::Internal, "the spreadsheet cannot be made: " + std::string(lxw_strerror(made)), "free some space in the folder for temporary files", {.file = path});
  const std::string beside = path + ".part";
  errno = 0;
  std::ofstream out(beside, std::ios::binary);
  out.write(bytes, static_cast<std::streamsize>(size));
  out.close();
  std::error_code error(errno, std::generic_category());
  if (out) std::filesystem::rename(beside, path, error);
  if (out && !error) return {};
  std::remove(beside.c_str());
  return fail(ErrorCode::Unwritable, "the spreadsheet cannot be written" + (error ? ": " + error.message() : ""), "check the folder, its permissions and the free space", {.file = path});
}

}  // namespace pianqu::layers
