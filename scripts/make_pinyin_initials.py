#!/usr/bin/env python3
"""Writes data/catalogue/pinyin_initials.csv: the first letter of the pinyin of each character.

The 3755 characters of level 1 of GB 2312 stand in the order of their pinyin, so that 22 boundaries give all their letters. Level 2 is in the
order of radicals: only the characters of place names that a planner types are listed below, one by one. Characters with a second reading
come twice.
"""
import pathlib

# First character of each letter in level 1 (rows 16 to 55); i, u and v begin no syllable.
FIRST = "a啊 b芭 c擦 d搭 e蛾 f发 g噶 h哈 j击 k喀 l垃 m妈 n拿 o哦 p啪 q期 r然 s撒 t塌 w挖 x昔 y压 z匝".split()
# Level 2, place names: letter and characters.
LEVEL2 = """a鏊 b邶汴亳邠 c郴岑茌滁埕 d儋峒垌 f汾涪邡酆 g赣莞 h邯泓淏濠浒湟邗 j泾暨郏莒鄄 k夔 l浏泸溧滦漯崂阆 m岷沔渑邙 n泞 p郫邳圃濮鄱 q衢圻邛蕲
q杞 r芮睿 s歙泗睢嵊鄯 t郯佟潼洮 w婺洧涠 x浔岘盱郗溆隰 y兖郾弋鄞郢邕攸沂沅 z涿淄郅枳轵濯 w邬 y郓 q郄 g嘎 h浍 l澧 x荥 y鄢 x昕 y煜 r榕 l蠡 s沭 q沁""".split()
# Second readings that occur in names of towns, estates and roads.
SECOND = "c重 z长 h行 y乐 s厦 p番 z朝 c曾 b埔 z藏 s单 b泊 p泊".split()


def level1():
    starts = [(entry[0], entry[1].encode("gb2312")) for entry in FIRST]
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            code = bytes([row, cell])
            try:
                character = code.decode("gb2312")
            except UnicodeDecodeError:
                continue
            yield [letter for letter, start in starts if start <= code][-1], character


def main():
    letters = {}
    for letter, character in level1():
        letters.setdefault(letter, []).append(character)
    in_level1 = {c for chars in letters.values() for c in chars}
    extra = {}
    for entry in LEVEL2:
        for character in entry[1:]:
            if character not in in_level1:
                extra.setdefault(entry[0], []).append(character)
    for entry in SECOND:
        if entry[1] not in letters.get(entry[0], []):
            extra.setdefault(entry[0], []).append(entry[1])
    lines = ["initial,characters,source,confidence"]
    for letter in sorted(letters):
        lines.append(f"{letter},{''.join(letters[letter])},GB 2312-80 level 1: order of pinyin,H")
    for letter in sorted(extra):
        lines.append(f"{letter},{''.join(dict.fromkeys(extra[letter]))},place names and second readings: listed by us,C")
    path = pathlib.Path(__file__).parent.parent / "data/catalogue/pinyin_initials.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{sum(map(len, letters.values()))} characters of level 1, {sum(map(len, extra.values()))} more")


main()
