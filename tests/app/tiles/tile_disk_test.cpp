#include "app/tiles/tile_disk.hpp"

#include <gtest/gtest.h>

#include <QTemporaryDir>

namespace pianqu::app {
namespace {

QByteArray bytes(int count, char letter) { return QByteArray(count, letter); }

TEST(TileDisk, givesBackWhatWasWrittenAlsoAfterARestart) {
  const QTemporaryDir folder;
  {
    TileDisk disk(folder.path(), 1000);
    EXPECT_TRUE(disk.read({3, 1, 2}).isEmpty());
    disk.write({3, 1, 2}, bytes(10, 'a'));
    EXPECT_EQ(disk.read({3, 1, 2}), bytes(10, 'a'));
  }
  TileDisk again(folder.path(), 1000);
  EXPECT_EQ(again.bytes(), 10);
  EXPECT_EQ(again.read({3, 1, 2}), bytes(10, 'a'));
}

TEST(TileDisk, staysBelowItsLimit) {
  const QTemporaryDir folder;
  TileDisk disk(folder.path(), 1000);
  for (int x = 0; x < 30; ++x) {
    disk.write({5, x, 0}, bytes(100, 'b'));
    EXPECT_LE(disk.bytes(), 1000);
  }
  EXPECT_FALSE(disk.read({5, 29, 0}).isEmpty());
  disk.write({5, 29, 0}, bytes(50, 'c'));
  EXPECT_EQ(disk.read({5, 29, 0}), bytes(50, 'c'));
}

TEST(TileDisk, aFolderThatCannotBeWrittenIsAsIfThereWereNoCache) {
  TileDisk disk(QStringLiteral("/proc/nowhere"), 1000);
  disk.write({1, 0, 0}, bytes(10, 'a'));
  EXPECT_TRUE(disk.read({1, 0, 0}).isEmpty());
  EXPECT_EQ(disk.bytes(), 0);
}

TEST(TileDisk, everySourceAndDatumHasItsOwnFolder) {
  const QString one = TileDisk::folderFor(QStringLiteral("https://a/{z}"), {}), two = TileDisk::folderFor(QStringLiteral("https://b/{z}"), {});
  EXPECT_NE(one, two);
  EXPECT_NE(one, TileDisk::folderFor(QStringLiteral("https://a/{z}"), QStringLiteral("gcj02")));
  EXPECT_EQ(one, TileDisk::folderFor(QStringLiteral("https://a/{z}"), {}));
}

}  // namespace
}  // namespace pianqu::app
