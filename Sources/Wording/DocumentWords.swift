/// What is said of a document's number and of a form that was left.
extension FormWords {
    public static let residentID = Text("居民身分證", "居民身份证", "resident identity card")
    public static let hongKongID = Text("香港身分證", "香港身份证", "Hong Kong identity card")
    public static let taiwanID = Text("台灣身分證", "台湾身份证", "Taiwan identity card")
    public static let machineReadable = Text("證件機讀碼", "证件机读码", "machine-readable line")

    /// A check digit that fails: people mistype, and forgers miscount.
    public static func wrongCheckDigit(_ document: Text) -> Text {
        Text(
            "\(document.hant)號碼的檢查碼不對：請再看一次證件。只記末四碼。", "\(document.hans)号码的校验码不对：请再看一次证件。只记末四码。",
            "Check digit wrong (\(document.english)): look at the document again. Only the last 4 are kept.")
    }

    /// A document was scanned where nothing can take it.
    public static func documentElsewhere(_ tail: String) -> Text {
        Text("掃到證件（末四碼 \(tail)）：請先打開登記表。", "扫到证件（末四码 \(tail)）：请先打开登记表。", "A document (last 4: \(tail)): open the visitor's form first.")
    }

    public static let offered = Text("→ 帶入：", "→ 带入：", "→ takes: ")
    public static let listKeys = Text("Enter 再加一位，空白時下一欄", "Enter 再加一位，空白时下一栏", "Enter adds another, once more goes on")

    /// The form that was left half filled, as the next start offers it.
    public static func draft(_ count: Int) -> Text {
        Text(
            "上次沒填完的表單有 \(count) 張：Ctrl-P 接著填。", "上次没填完的表单有 \(count) 张：Ctrl-P 接着填。", "Left half filled last time: \(count). Ctrl-P goes on with it.")
    }
}
