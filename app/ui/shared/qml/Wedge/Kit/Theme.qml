pragma Singleton
import QtQuick

// Every colour, size and time of the four surfaces. The shell sets `dark`, `pixelsPerMm` and
// `reducedMotion`; text pairs keep a contrast of 4.5:1 (tests/ui/shared/test_theme.py).
QtObject {
    property bool dark: false
    property real pixelsPerMm: 3.78
    property bool reducedMotion: false
    property string family: "Inter"

    readonly property color background: dark ? "#0D1115" : "#EEF1F6"
    readonly property color surface: dark ? "#181E27" : "#FFFFFF"
    readonly property color surfaceRaised: dark ? "#232A34" : "#F6F7F9"
    readonly property color rail: "#14181F"
    readonly property color railText: "#C3CAD5"
    readonly property color railRaised: "#2B303B"
    readonly property color text: dark ? "#F3F5F7" : "#14181F"
    readonly property color textMuted: dark ? "#A8B2BF" : "#5A6472"
    readonly property color accent: "#0B6E4F"
    property color onAccent
    readonly property color outline: dark ? "#343C48" : "#DDE2EA"
    readonly property color focus: dark ? "#F3F5F7" : "#14181F"
    readonly property color scrim: "#99080B0F"

    readonly property color danger: dark ? "#FF9A6B" : "#A33F00"
    readonly property color warning: dark ? "#F2B63C" : "#825400"
    readonly property color ok: dark ? "#4CD6A2" : "#0B6E4F"
    readonly property color info: dark ? "#7CC4F2" : "#155C94"
    readonly property color dangerSoft: dark ? "#3A2218" : "#FCE9DF"
    readonly property color warningSoft: dark ? "#362B14" : "#FFF3DA"
    readonly property color okSoft: dark ? "#12291F" : "#E3F4EE"
    readonly property color infoSoft: dark ? "#142838" : "#E8F3FC"
    readonly property color dangerFill: "#B84A00"
    readonly property color dangerInk: "#FFFFFF"

    readonly property color reserved: dark ? "#78839A" : "#8B93A7"
    readonly property color gone: dark ? "#5C6675" : "#C3CAD6"
    readonly property color blocked: dark ? "#3A4350" : "#DADFE7"
    readonly property color gradeA: "#17A673"
    readonly property color gradeB: "#3FA7E0"
    readonly property color gradeC: "#E69F00"
    readonly property color gradeInk: "#0E1318"
    readonly property color urgencyNew: "#3FA7E0"
    readonly property color urgencyOnTime: "#17A673"
    readonly property color urgencySoon: "#E69F00"
    readonly property color urgencyLate: "#D55E00"
    readonly property color urgencyInk: "#0E1318"
    readonly property color allergen: "#F0E442"
    readonly property color allergenInk: "#14181F"

    readonly property real scale: pixelsPerMm / 3.78
    // What is read from far lets no letter be smaller than this, whoever drew the component.
    property int leastSize: 0
    readonly property int sizeSmall: Math.max(leastSize, Math.round(13 * scale))
    readonly property int sizeBody: Math.max(leastSize, Math.round(15 * scale))
    readonly property int sizeMedium: Math.round(18 * scale)
    readonly property int sizeLarge: Math.round(26 * scale)
    readonly property int sizeHuge: Math.round(34 * scale)
    readonly property int gap: mm(2.4)
    readonly property int radius: Math.round(16 * scale)
    readonly property int target: Math.max(mm(11), 48)
    readonly property int targetLarge: mm(18)
    readonly property int motionMs: reducedMotion ? 0 : 160

    // QML reads `onAccent: value` as a signal handler, so it cannot be given where it is declared.
    Component.onCompleted: onAccent = "#FFFFFF"

    function mm(n: real): int {
        return Math.round(n * pixelsPerMm);
    }

    function gradeColor(grade: string): color {
        return grade === "A" ? gradeA : grade === "B" ? gradeB : grade === "C" ? gradeC : reserved;
    }

    function toneColor(tone: string): color {
        switch (tone) {
        case "ok": return ok;
        case "warning": return warning;
        case "danger": return danger;
        case "info": return info;
        case "muted": return textMuted;
        case "neutral": return textMuted;
        case "onAccent": return onAccent;
        }
        return text;
    }

    function toneSoft(tone: string): color {
        switch (tone) {
        case "ok": return okSoft;
        case "warning": return warningSoft;
        case "danger": return dangerSoft;
        case "info": return infoSoft;
        }
        return surfaceRaised;
    }

    function toneShape(tone: string): string {
        return tone === "danger" ? "▲" : tone === "warning" ? "◆" : tone === "ok" ? "●" : "■";
    }
}
