import QtQuick
import Wedge.Kit

// A tile's allergens on two lines: what is longer is set smaller; what does not fit then either is
// counted, and the sheet of the product names all of it.
Label {
    id: label

    required property string allergens

    // As many names as fit on two lines, the rest as a number.
    function fitting(names: var, width: real): string {
        let x = 0, line = 1;
        for (let i = 0; i < names.length; i++) {
            const more = names.length - i - 1;
            const step = smallest.advanceWidth(names[i] + (more > 0 ? "· " : ""));
            const kept = line === 2 && more > 0 ? smallest.advanceWidth("· +99") : 0;
            if (x + step + kept <= width) {
                x += step;
            } else if (line < 2 || i === 0) {
                line++;
                x = step;
            } else {
                return names.slice(0, i).join("· ") + "· +" + (names.length - i);
            }
        }
        return names.join("· ");
    }

    // Its own lines are counted with: no smaller size is looked for once names are left out.
    font.pixelSize: text === allergens ? Theme.sizeSmall : minimumPixelSize
    fontSizeMode: Text.Fit
    lineHeight: 0.95
    maximumLineCount: 2
    minimumPixelSize: Theme.sizeSmall - 3
    objectName: "tileAllergens"
    text: fitting(allergens.split("· "), width - 6)
    tone: "muted"
    wrapMode: Text.Wrap

    FontMetrics {
        id: smallest

        font.family: Theme.family
        font.pixelSize: label.minimumPixelSize
    }
}
