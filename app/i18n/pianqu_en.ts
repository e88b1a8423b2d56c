<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>CutLineRow</name>
        <message numerus="yes">
            <source>%n cut lines</source>
            <translation>
                <numerusform>%n cut line</numerusform>
                <numerusform>%n cut lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InspectorFoot</name>
        <message numerus="yes">
            <source>%n more attributes are not known.</source>
            <translation>
                <numerusform>%n more attribute is not known.</numerusform>
                <numerusform>%n more attributes are not known.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::LooseEndsModel</name>
        <message numerus="yes">
            <source>%n unassigned</source>
            <translation>
                <numerusform>%n unassigned</numerusform>
                <numerusform>%n unassigned</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n enclaves</source>
            <translation>
                <numerusform>%n enclave</numerusform>
                <numerusform>%n enclaves</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n gaps</source>
            <translation>
                <numerusform>%n gap</numerusform>
                <numerusform>%n gaps</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n loose parts</source>
            <translation>
                <numerusform>%n loose part</numerusform>
                <numerusform>%n loose parts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::AssistantController</name>
        <message numerus="yes">
            <source>%n units</source>
            <translation>
                <numerusform>%n unit</numerusform>
                <numerusform>%n units</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n districts would change</source>
            <translation>
                <numerusform>%n district would change</numerusform>
                <numerusform>%n districts would change</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n would go</source>
            <translation>
                <numerusform>%n would go</numerusform>
                <numerusform>%n would go</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left over</source>
            <translation>
                <numerusform>%n left over</numerusform>
                <numerusform>%n left over</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n districts taken up. Undo brings back what was.</source>
            <translation>
                <numerusform>%n district taken up. Undo brings back what was.</numerusform>
                <numerusform>%n districts taken up. Undo brings back what was.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::OptionsController</name>
        <message numerus="yes">
            <source>%1 → %2: %n buildings differ</source>
            <translation>
                <numerusform>%1 → %2: %n building differs</numerusform>
                <numerusform>%1 → %2: %n buildings differ</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportCard</name>
        <message numerus="yes">
            <source>Take %n files</source>
            <translation>
                <numerusform>Take %n file</numerusform>
                <numerusform>Take %n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TableEditor</name>
        <message numerus="yes">
            <source>Enter sets it in the %n chosen rows.</source>
            <translation>
                <numerusform>Enter sets it in the chosen row.</numerusform>
                <numerusform>Enter sets it in the %n chosen rows.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::MainJob</name>
        <message numerus="yes">
            <source>%n problems found.</source>
            <translation>
                <numerusform>%n problem found.</numerusform>
                <numerusform>%n problems found.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::ImportController</name>
        <message numerus="yes">
            <source>Importing %n files</source>
            <translation>
                <numerusform>Importing %n file</numerusform>
                <numerusform>Importing %n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TaskPanel</name>
        <message numerus="yes">
            <source>%n running</source>
            <translation>
                <numerusform>%n running</numerusform>
                <numerusform>%n running</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::PipeController</name>
        <message numerus="yes">
            <source>%n pipes of unknown direction were not passed.</source>
            <translation>
                <numerusform>%n pipe of unknown direction was not passed.</numerusform>
                <numerusform>%n pipes of unknown direction were not passed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::OverlayModel</name>
        <message numerus="yes">
            <source>%n shapes</source>
            <translation>
                <numerusform>%n shape</numerusform>
                <numerusform>%n shapes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out: %1</source>
            <translation>
                <numerusform>%n left out: %1</numerusform>
                <numerusform>%n left out: %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::PlaceMenu</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%n chosen</numerusform>
                <numerusform>%n chosen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SelectPanel</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%n chosen</numerusform>
                <numerusform>%n chosen</numerusform>
            </translation>
        </message>
    </context>
</TS>
