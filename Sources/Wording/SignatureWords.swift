import Gatekeeping
import Notation

/// What is said of PINs and signatures.
public enum SignatureWords {
    /// A signature that a witness gave, for the handover pane.
    public static func witnessed(_ signer: String, _ witness: String, _ matter: String) -> Text {
        let name = EventWords.name(matter)
        return Text("見證簽名：\(signer)（見證 \(witness)）\(name.hant)", "见证签名：\(signer)（见证 \(witness)）\(name.hans)", "Signed by a witness: \(signer) (witness \(witness)), \(name.english)")
    }

    /// How somebody signed: with their PIN, by a witness, or with nothing that proves it.
    public static func manner(_ signed: Signature?, witness: String?) -> Text {
        switch signed {
        case .pin: Text("用自己的 PIN 簽名", "用自己的 PIN 签名", "signed with their own PIN")
        case .witness: Text("見證簽名（見證 \(witness ?? "")）", "见证签名（见证 \(witness ?? "")）", "signed by a witness (\(witness ?? ""))")
        case nil: Text("沒有用 PIN 簽名", "没有用 PIN 签名", "not signed with a PIN")
        }
    }

    public static let toConfirm = Text("待確認的見證簽名", "待确认的见证签名", "Witnessed signature")
    public static let unconfirmed = Text("見證簽名待確認", "见证签名待确认", "Witnessed signatures to confirm")
}

extension Refusal {
    var signatureText: Text {
        switch self {
        case .wrongPIN(let number, let left):
            Text(
                "PIN 不對，請再打一次（再錯 \(left) 次 \(number) 就要等）；沒有寫入。", "PIN 不对，请再打一次（再错 \(left) 次 \(number) 就要等）；没有写入。",
                "Wrong PIN: type it again (\(left) more and \(number) has to wait). Nothing was written.")
        case .pinPaused(let number, let until):
            Text(
                "請等到 \(until.text)，或請別人見證、解鎖：\(number) 的 PIN 錯太多次；沒有寫入。", "请等到 \(until.text)，或请别人见证、解锁：\(number) 的 PIN 错太多次；没有写入。",
                "Wait until \(until.text), or let somebody else witness or unlock: too many wrong PINs for \(number). Nothing was written.")
        case .noPIN(let number):
            Text(
                "\(number) 還沒有 PIN，沒有寫入。請執行 gatebook guard set-pin \(number)，或請人見證。", "\(number) 还没有 PIN，没有写入。请执行 gatebook guard set-pin \(number)，或请人见证。",
                "\(number) has no PIN yet; nothing was written. Run gatebook guard set-pin \(number), or let a witness sign.")
        case .pinMissing(let number):
            Text(
                "簿子說 \(number) 有 PIN，PIN 檔裡卻沒有；沒有寫入。請人見證並通知主管。", "簿子说 \(number) 有 PIN，PIN 文件里却没有；没有写入。请人见证并通知主管。",
                "The book says that \(number) has a PIN, but the PIN file has none; nothing was written. Let a witness sign and tell the supervisor.")
        case .signatureMissing(let number):
            Text(
                "這裡要簽名：請 \(number) 打 PIN，或請人見證。還沒有 PIN 就執行 gatebook guard set-pin \(number)。", "这里要签名：请 \(number) 打 PIN，或请人见证。还没有 PIN 就执行 gatebook guard set-pin \(number)。",
                "This wants a signature: \(number) types their PIN, or a witness signs. Without a PIN run gatebook guard set-pin \(number).")
        case .ownWitness:
            Text(
                "自己的簽名、自己代人記的，都不能自己見證；沒有寫入。請另一個人見證。", "自己的签名、自己代人记的，都不能自己见证；没有写入。请另一个人见证。",
                "Nobody witnesses their own signature, nor one that they write down for somebody; nothing was written. Ask somebody else.")
        case .witnessedBefore(let number):
            Text(
                "\(number) 就是當時簽名或見證的人，不能再見證這次確認；沒有寫入。請第三個人見證。", "\(number) 就是当时签名或见证的人，不能再见证这次确认；没有写入。请第三个人见证。",
                "\(number) signed or witnessed what is confirmed here and cannot witness this as well; nothing was written. Ask somebody else.")
        case .partyWitness(let number):
            Text(
                "\(number) 是交班或接班的一方，不能替對方見證；沒有寫入。請第三個人見證（別的崗位、主管）。", "\(number) 是交班或接班的一方，不能替对方见证；没有写入。请第三个人见证（别的岗位、主管）。",
                "\(number) hands over or takes over here and cannot witness for the other; nothing was written. Ask somebody else: another post, a supervisor.")
        case .offerWitnessed(let number):
            Text(
                "這次交班是 \(number) 見證的，不能自己來接；沒有寫入。請換人接班，或請交班的人重新提出，由別人見證（F6）。", "这次交班是 \(number) 见证的，不能自己来接；没有写入。请换人接班，或请交班的人重新提出，由别人见证（F6）。",
                "\(number) witnessed this offer and cannot take over on it; nothing was written. Another guard takes over, or the offer is made anew and witnessed by somebody else (F6).")
        case .pinsUnusable(let file, let fault): fault.text(file)
        default: Text("", "", "")
        }
    }
}

extension PINFileFault {
    fileprivate func text(_ file: String) -> Text {
        switch self {
        case .mode:
            Text(
                "PIN 檔別人也能讀，不能用；沒有寫入。請主管執行 chmod -R go= \(file.folder)，並重設所有 PIN。",
                "PIN 文件别人也能读，不能用；没有写入。请主管执行 chmod -R go= \(file.folder)，并重设所有 PIN。",
                "Others can read the PIN file, so it is not used; nothing was written. The supervisor runs chmod -R go= \(file.folder) and sets all PINs anew.")
        case .owner:
            Text(
                "PIN 檔不屬於執行程式的使用者，不能用；沒有寫入。請主管把 \(file.folder) 交還給執行程式的使用者（chown -R）。", "PIN 文件不属于运行程序的用户，不能用；没有写入。请主管把 \(file.folder) 交还给运行程序的用户（chown -R）。",
                "The PIN file belongs to somebody else, so it is not used; nothing was written. The supervisor gives \(file.folder) to the user who runs the program (chown -R).")
        case .damaged:
            Text(
                "PIN 檔壞了：\(file)；沒有寫入。請主管移走它，重設所有 PIN。", "PIN 文件坏了：\(file)；没有写入。请主管移走它，重设所有 PIN。",
                "The PIN file is damaged: \(file); nothing was written. The supervisor moves it away and sets all PINs anew.")
        case .system(let code):
            Text(
                "PIN 檔不能讀寫（錯誤 \(code)）：\(file)；沒有寫入。請通知主管。", "PIN 文件不能读写（错误 \(code)）：\(file)；没有写入。请通知主管。",
                "The PIN file cannot be read or written (error \(code)): \(file); nothing was written. Tell the supervisor.")
        }
    }
}

extension String {
    /// What stands before the last slash.
    fileprivate var folder: String { split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") }
}
