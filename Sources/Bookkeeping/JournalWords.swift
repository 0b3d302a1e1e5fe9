import Journal
import Wording

extension JournalFailure {
    /// What happened, what is safe, and what to do next.
    public func text(_ language: Language) -> String {
        switch self {
        case .system(let failure) where failure.isFull:
            Text(
                "磁碟已滿，這一筆沒有寫入；先前的都安全。請通知主管清出空間，再按一次。",
                "磁盘已满，这一笔没有写入；先前的都安全。请通知主管清出空间，再按一次。",
                "The disk is full: this entry was not written, all earlier ones are safe. Tell the supervisor to make room, then press again.")[language]
        case .onlyReserve:
            Text(
                "磁碟快滿了：現在只能記離開、緊急放行和交接班，這一筆沒有寫入；先前的都安全。請通知主管清出空間，再按一次。",
                "磁盘快满了：现在只能记离开、紧急放行和交接班，这一笔没有写入；先前的都安全。请通知主管清出空间，再按一次。",
                "The disk is full: only leavings, emergencies and the handover can still be recorded. This entry was not written, all earlier ones are safe. Tell the supervisor to make room, then press again.")[language]
        case .system(let failure):
            Text(
                "簿子寫不進去，請通知主管，先記在紙上；已寫入的都安全（\(failure.description)：\(failure.path)）。",
                "簿子写不进去，请通知主管，先记在纸上；已写入的都安全（\(failure.description)：\(failure.path)）。",
                "The book cannot be used: tell the supervisor and keep notes on paper. What was written is safe (\(failure.description): \(failure.path)).")[language]
        case .networkFileSystem(let path):
            Text(
                "\(path) 在網路磁碟上，簿子不能寫在那裡。請用本機的資料夾（--data）。",
                "\(path) 在网络磁盘上，簿子不能写在那里。请用本机的文件夹（--data）。",
                "\(path) is on a network file system, where the book must not be written. Use a folder of this machine (--data).")[language]
        case .newerVersion(let page, let version):
            Text(
                "\(page) 是較新的程式寫的（格式 \(version)）；這個程式只能讀，不能寫。請更新程式。",
                "\(page) 是较新的程序写的（格式 \(version)）；这个程序只能读，不能写。请更新程序。",
                "\(page) was written by a newer program (format \(version)); this one only reads. Update it.")[language]
        case .unknownKind(let page, let line, let kind):
            Text(
                "\(page):\(line)：不認識的記錄「\(kind)」；這個程式只能讀，不能寫。請更新程式。",
                "\(page):\(line)：不认识的记录“\(kind)”；这个程序只能读，不能写。请更新程序。",
                "\(page):\(line): unknown kind of event “\(kind)”; this program only reads. Update it.")[language]
        case .tooLong(let bytes):
            Text(
                "內容太長（\(bytes) 位元組，最多 4096）；沒有寫入。請寫短一點。",
                "内容太长（\(bytes) 字节，最多 4096）；没有写入。请写短一点。",
                "Too long (\(bytes) bytes, at most 4096); nothing was written. Shorten it.")[language]
        case .numbersUsedUp(let page):
            Text(
                "\(page) 之後沒有編號可用；沒有寫入，原有記錄都在。這個檔名不像是真的：請告訴管理員移走它，再試一次。",
                "\(page) 之后没有编号可用；没有写入，原有记录都在。这个文件名不像是真的：请告诉管理员移走它，再试一次。",
                "No number is left behind \(page); nothing was written, what was there is safe. That name is hardly real: tell the administrator to move it away, then try again.")[language]
        }
    }

    /// The same where the line was handed to the disk, which failed then: it may be there or not.
    /// - Parameter canRepeat: the same command would be recognised, and not written twice.
    public func doubt(_ language: Language, canRepeat: Bool) -> String {
        let reason = if case .system(let failure) = self { failure.description } else { text(language) }
        if canRepeat {
            return Text(
                "磁碟出錯，請原樣再按一次，不會重複記：這一筆可能寫了，也可能沒寫；先前的都安全。並通知主管（\(reason)）。",
                "磁盘出错，请原样再按一次，不会重复记：这一笔可能写了，也可能没写；先前的都安全。并通知主管（\(reason)）。",
                "Disk error: do exactly the same again, nothing is entered twice. This entry may be written or not, all earlier ones are safe. Tell the supervisor (\(reason)).")[language]
        }
        return Text(
            "磁碟出錯（\(reason)）：這一筆可能寫了，也可能沒寫；先前的都安全。請先查看有沒有，再決定要不要重記，並通知主管。",
            "磁盘出错（\(reason)）：这一笔可能写了，也可能没写；先前的都安全。请先查看有没有，再决定要不要重记，并通知主管。",
            "The disk failed (\(reason)): this entry may be written or not, all earlier ones are safe. Look whether it is there before you repeat it, and tell the supervisor.")[language]
    }
}

/// What is said of lines of the journal.
public enum JournalWords {
    /// The disk keeps no room in reserve: everything is written, until it is full.
    public static func noReserve(_ failure: SystemFailure) -> Text {
        Text(
            "這個磁碟不能預留空間，請通知主管：照常記錄，都安全；但磁碟一滿，連離開和交接班都寫不進去（\(failure.description)）。",
            "这个磁盘不能预留空间，请通知主管：照常记录，都安全；但磁盘一满，连离开和交接班都写不进去（\(failure.description)）。",
            "This disk keeps no reserve: tell the supervisor. Everything is recorded and safe, but once the disk is full not even leavings and the handover can be (\(failure.description)).")
    }

    public static let unreadable = Text("有一行讀不懂", "有一行读不懂", "a line that cannot be read")
}
