import Gatekeeping
import Notation

extension Finding {
    /// The finding as one line: `units.csv:17: ` and what is wrong; what would be right.
    public func text(_ language: Language) -> String {
        let place = line > 0 ? "\(file):\(line): " : "\(file): "
        return (place + problem.text[language]).cleaned
    }
}

extension Problem {
    /// What is wrong; what would be right.
    var text: Text {
        switch self {
        // Files
        case .missingFolder:
            Text("沒有這個資料夾；請檢查路徑", "没有这个文件夹；请检查路径", "there is no such folder; check the path")
        case .notAFolder:
            Text("這不是資料夾；請指定設定檔所在的資料夾", "这不是文件夹；请指定配置文件所在的文件夹",
                "this is not a folder; name the folder that holds the configuration")
        case .unreadableFile:
            Text("無法讀取；請檢查權限，檔案須是 32 MB 以內的一般檔案", "无法读取；请检查权限，文件须是 32 MB 以内的普通文件",
                "cannot be read; check the permissions, and that it is an ordinary file of at most 32 MB")
        case .missingFile:
            Text("缺少這個檔案；請放進設定資料夾，可由示範小區複製", "缺少这个文件；请放进配置文件夹，可从示范小区复制",
                "the file is missing; put it into the configuration folder, for instance from the example estate")
        case .unknownFile(let suggestion):
            Text("不認得這個檔名；", "不认识这个文件名；", "no file of this name is known; ")
                + (suggestion.map { .maybe($0) } ?? Text("請改名或移走", "请改名或移走", "rename it or move it away"))

        // Bytes and YAML
        case .invalidUTF8:
            Text("這一行不是 UTF-8 文字；請以 UTF-8 編碼存檔", "这一行不是 UTF-8 文本；请以 UTF-8 编码保存",
                "this line is not UTF-8 text; save the file in UTF-8")
        case .controlCharacter(let value, let field):
            Text("\(field.isEmpty ? "這一行" : field + " ")含有不可見的控制字元 \(codePoint(value))；請刪除它",
                "\(field.isEmpty ? "这一行" : field + " ")含有不可见的控制字符 \(codePoint(value))；请删除它",
                "\(field.isEmpty ? "" : field + ": ")there is an invisible control character \(codePoint(value)); delete it")
        case .tooLong(let field, let limit):
            Text("\(field) 太長；最多 \(limit) 個字元", "\(field) 太长；最多 \(limit) 个字符",
                "\(field) is too long; at most \(limit) characters")
        case .unreadableYAML(let what):
            Text("YAML 語法有誤（\(what)）；請檢查縮排、引號與括號", "YAML 语法有误（\(what)）；请检查缩进、引号与括号",
                "this is not valid YAML (\(what)); check indentation, quotes and brackets")
        case .duplicateKey(let key, let first):
            Text("鍵 \(key) 與第 \(first) 行重複；只能寫一次", "键 \(key) 与第 \(first) 行重复；只能写一次",
                "the key \(key) already stands in line \(first); write it once")
        case .unknownKey(let key, let path, let suggestion):
            Text("不認得的鍵 \(dotted(path, key))；", "不认识的键 \(dotted(path, key))；", "unknown key \(dotted(path, key)); ")
                + (suggestion.map { .maybe($0) } ?? Text("請刪除或改正", "请删除或改正", "delete or correct it"))
        case .missingKey(let key, let path):
            Text("缺少鍵 \(dotted(path, key))；請補上", "缺少键 \(dotted(path, key))；请补上",
                "the key \(dotted(path, key)) is missing; add it")
        case .wrongType(let key, let expected):
            Text("\(key.isEmpty ? "檔案內容" : key) 的寫法不對；這裡要寫\(expected.text.hant)",
                "\(key.isEmpty ? "文件内容" : key) 的写法不对；这里要写\(expected.text.hans)",
                "\(key.isEmpty ? "the file" : key) has the wrong form; \(expected.text.english) belongs here")

        // CSV
        case .missingHeader:
            Text("沒有欄名列；第一列要寫欄名", "没有列名行；第一行要写列名", "there is no header; the first row must name the columns")
        case .missingColumn(let name):
            Text("缺少欄 \(name)；請在欄名列補上", "缺少列 \(name)；请在列名行补上", "the column \(name) is missing; add it to the header")
        case .unknownColumn(let name, let suggestion):
            Text("不認得的欄 \(name)；", "不认识的列 \(name)；", "unknown column \(name); ")
                + (suggestion.map { .maybe($0) } ?? Text("請刪除或改正", "请删除或改正", "delete or correct it"))
        case .duplicateColumn(let name):
            Text("欄 \(name) 出現兩次；只能有一欄", "列 \(name) 出现两次；只能有一列", "the column \(name) stands there twice; keep one")
        case .badColumnCount(let expected, let found):
            Text("這一列有 \(found) 欄；應有 \(expected) 欄，值裡有逗號時整欄加雙引號",
                "这一行有 \(found) 列；应有 \(expected) 列，值里有逗号时整个值加双引号",
                "this row has \(found) fields; it needs \(expected), and a value with a comma needs quotation marks")
        case .badQuote(let fault): fault.text

        // Values
        case .emptyValue(let name):
            Text("\(name) 是空的；請填寫，或整個刪去可省略的鍵", "\(name) 是空的；请填写，或整个删去可省略的键",
                "\(name) is empty; fill it in, or delete the key if it may be left out")
        case .emptyList(let name):
            Text("\(name) 一項也沒有；至少要有一項", "\(name) 一项也没有；至少要有一项", "\(name) has no entry; it needs at least one")
        case .badID(let id):
            Text("「\(id)」不能當代號；只用小寫英文字母、數字與連字號，最長 32 字元",
                "“\(id)”不能当代号；只用小写英文字母、数字与连字符，最长 32 个字符",
                "“\(id)” cannot be an id; use lower-case letters, digits and hyphens, at most 32")
        case .badGuardNumber(let number):
            Text("「\(number)」不能當工號；以大寫英文字母開頭，如 G07，最長 12 字元",
                "“\(number)”不能当工号；以大写英文字母开头，如 G07，最长 12 个字符",
                "“\(number)” cannot be a guard's number; begin with a capital letter, as G07, at most 12 characters")
        case .badTime(let time):
            Text("「\(time)」不是時刻；請寫二十四小時制，如 07:05", "“\(time)”不是时刻；请写二十四小时制，如 07:05",
                "“\(time)” is no time of day; write it as 07:05")
        case .badOffset(let offset):
            Text("「\(offset)」不是時差；請寫如 +08:00", "“\(offset)”不是时差；请写成 +08:00 的形式",
                "“\(offset)” is no offset from UTC; write it as +08:00")
        case .badNumber(let number, let least, let most):
            Text("「\(number)」不合；請寫 \(least) 到 \(most) 的整數", "“\(number)”不合适；请写 \(least) 到 \(most) 的整数",
                "“\(number)” will not do; write a whole number from \(least) to \(most)")
        case .badChoice(let word, let choices):
            Text("「\(word)」不能選；只能是 \(choices.joined(separator: "、"))", "“\(word)”不能选；只能是 \(choices.joined(separator: "、"))",
                "“\(word)” is no choice; it must be one of \(choices.joined(separator: ", "))")
        case .badDate(let text):
            Text("\(text) 不是日期；要寫成 2026-11-23，每年的日子寫成 11-23", "\(text) 不是日期；要写成 2026-11-23，每年的日子写成 11-23",
                "\(text) is no date; write 2026-11-23, or 11-23 for a day of every year")
        case .badShape(let shape):
            Text("「\(shape)」不能當條碼格式或前綴；A 代表字母、9 代表數字，如 VB-9999，不含空白",
                "“\(shape)”不能当条码格式或前缀；A 代表字母、9 代表数字，如 VB-9999，不含空格",
                "“\(shape)” cannot be a code's shape or prefix; A stands for a letter, 9 for a digit, as VB-9999, no blanks")
        case .badDocumentTail(let tail):
            Text("「\(tail)」不是證件末四碼；請寫四個大寫英文字母或數字", "“\(tail)”不是证件末四位；请写四个大写英文字母或数字",
                "“\(tail)” is not the end of a document's number; write its last four digits or capital letters")

        // How values fit together
        case .duplicateID(let thing, let id, let first):
            Text("\(thing.text.hant) \(id) 與第 \(first) 行重複；每個只能用一次", "\(thing.text.hans) \(id) 与第 \(first) 行重复；每个只能用一次",
                "the \(thing.text.english) \(id) already stands in line \(first); each may stand once")
        case .duplicatePlate(let plate, let first):
            Text("車牌 \(plate) 與第 \(first) 行重複；一輛車只寫一列", "车牌 \(plate) 与第 \(first) 行重复；一辆车只写一行",
                "the plate \(plate) already stands in line \(first); write a vehicle once")
        case .duplicateCode(let code, let file, let line):
            Text("條碼 \(code) 已用在 \(file):\(line)；每個條碼只能屬於一人或一處", "条码 \(code) 已用在 \(file):\(line)；每个条码只能属于一人或一处",
                "the code \(code) is used in \(file):\(line) already; a code belongs to one person or place")
        case .duplicateEntry(let value, let field):
            Text("\(field) 裡的 \(value) 重複；只能列一次", "\(field) 里的 \(value) 重复；只能列一次",
                "\(value) stands twice in \(field); list it once")
        case .danglingReference(let thing, let id, let suggestion):
            Text("沒有\(thing.text.hant) \(id)；", "没有\(thing.text.hans) \(id)；", "there is no \(thing.text.english) \(id); ")
                + (suggestion.map { .maybe($0) } ?? Text("請改正，或先把它加進設定", "请改正，或先把它加进配置", "correct it, or add it to the configuration"))
        case .missingEntry(let thing, let id):
            Text("缺少\(thing.text.hant) \(id)；程式本身要用，請補上", "缺少\(thing.text.hans) \(id)；程序本身要用，请补上",
                "the \(thing.text.english) \(id) is missing; the program itself uses it, so add it")
        case .unrecognisableCode(let code):
            Text("條碼 \(code) 不符合任何已知格式，掃描時認不出；請在 estate.yaml 的 scans 補上格式",
                "条码 \(code) 不符合任何已知格式，扫描时认不出；请在 estate.yaml 的 scans 补上格式",
                "the code \(code) fits no known shape, so a scan of it would pass for typing; add its shape to scans in estate.yaml")
        case .halfOpeningHours(let missing):
            Text("只寫了撤崗與上崗時刻中的一個；請補上 \(missing)，或兩個都刪去", "只写了撤岗与上岗时刻中的一个；请补上 \(missing)，或两个都删去",
                "only one of closes and opens is given; add \(missing), or delete both")
        case .noDirector:
            Text("沒有主任；請把一人的 role 寫成 director，否則匯報與決定都無人可填", "没有主任；请把一人的 role 写成 director，否则汇报与决定都无人可填",
                "there is no director; give somebody the role director, or nothing can be reported or decided")
        case .deniedNobody:
            Text("既沒有姓名也沒有車牌；names 與 plate 至少填一項", "既没有姓名也没有车牌；names 与 plate 至少填一项",
                "there is neither a name nor a plate; fill in names or plate")
        }
    }
}
