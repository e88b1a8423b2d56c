<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>InspectorPanel</name>
        <message numerus="yes">
            <source>%n more attributes are not known.</source>
            <translation>
                <numerusform>%n more attribute is not known.</numerusform>
                <numerusform>%n more attributes are not known.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::ProjectController</name>
        <message numerus="yes">
            <source>%1 drawn with %n buildings.</source>
            <translation>
                <numerusform>%1 drawn with %n building.</numerusform>
                <numerusform>%1 drawn with %n buildings.</numerusform>
            </translation>
        </message>
    </context>
</TS>
