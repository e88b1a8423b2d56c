#include "layers/sample/sample_writer.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>

#include "layers/io/dataset.hpp"

namespace pianqu::layers {
namespace {

namespace fs = std::filesystem;

/// Cancels at the nth report.
class Stopper : public geo::Progress {
 public:
  explicit Stopper(int reports) : m_left(reports) {}
  void report(double, std::string_view) override { --m_left; }
  bool isCancelled() const override { return m_left <= 0; }

 private:
  std::atomic<int> m_left;
};

TEST(SampleWriter, leavesNothingWhenItIsStopped) {
  startGdal();
  const auto sample = generateCity(SampleSize::S, 1);
  ASSERT_TRUE(sample);
  const fs::path folder = fs::path(::testing::TempDir()) / "pianqu_sample_stopped";
  fs::remove_all(folder);
  for (const int reports : {1, 3, 9, 11}) {
    SCOPED_TRACE(reports);
    Stopper stopper(reports);
    const auto rows = writeSample(*sample, folder.string(), stopper);
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code, geo::ErrorCode::Cancelled);
    EXPECT_FALSE(fs::exists(folder));
  }
  // What lay there before stays, and nothing comes beside it.
  fs::create_directories(folder);
  std::ofstream(folder / "own.txt") << "a person wrote this";
  Stopper stopper(3);
  ASSERT_FALSE(writeSample(*sample, folder.string(), stopper));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}), 1);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace pianqu::layers
