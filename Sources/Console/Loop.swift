import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

/// The one loop: waits for keys, signals, news and the clock's minute, and paints one frame a wake-up.
public final class Loop {
    /// Holds the model.
    private var frame: Frame
    private var decoder = KeyDecoder()
    private let display: any Display
    private let signals: Signals?
    private let input: Int32
    private let waker: Waker
    private let clerk: Clerk
    private let watch: BookWatch?
    private let drafts: Drafts?
    private var hasDrafts = false
    private let clock: () -> Instant
    private let uptime: () -> Int
    private let preparation: Preparation
    private var isDone = false
    /// What is on the screen.
    private var canvas = Canvas(size: Size(columns: 0, rows: 0))
    private var lastMinute: Int64 = 0
    /// Since when a key may have waited that is read now: since the loop looked last, or just now where it was waiting for one.
    private var keysSince = 0
    private var lastLooked = 0

    /// What the loop is made of.
    public struct Parts {
        public var estate: Estate
        public var post: String
        public var language: Language
        public var isPractice: Bool
        public var display: any Display
        /// The colours that the display was opened with.
        public var theme: Theme
        public var input: Int32
        public var signals: Signals?
        public var waker: Waker
        public var clerk: Clerk
        public var watch: BookWatch?
        /// Where half-filled forms are kept; nil where they are not.
        public var drafts: Drafts?
        /// The machine's clock.
        public var clock: () -> Instant
        /// Milliseconds of the machine's clock that never jumps.
        public var uptime: () -> Int

        public init(
            estate: Estate, post: String, language: Language, isPractice: Bool, display: any Display, theme: Theme = .dark, input: Int32, signals: Signals?,
            waker: Waker, clerk: Clerk, watch: BookWatch?, drafts: Drafts? = nil,
            clock: @escaping () -> Instant, uptime: @escaping () -> Int
        ) {
            self.estate = estate
            self.post = post
            self.language = language
            self.isPractice = isPractice
            self.display = display
            self.theme = theme
            self.input = input
            self.signals = signals
            self.waker = waker
            self.clerk = clerk
            self.watch = watch
            self.drafts = drafts
            self.clock = clock
            self.uptime = uptime
        }
    }

    public init(_ parts: Parts) {
        frame = Frame(
            model: Model(estate: parts.estate, post: parts.post, language: parts.language, now: parts.clock(), isPractice: parts.isPractice))
        display = parts.display
        input = parts.input
        signals = parts.signals
        waker = parts.waker
        clerk = parts.clerk
        watch = parts.watch
        drafts = parts.drafts
        clock = parts.clock
        uptime = parts.uptime
        preparation = Preparation(waker: parts.waker)
        frame.model.size = display.size
        frame.model.theme = parts.theme
        frame.model.uptime = uptime()
    }

    /// Runs until the guard leaves or the terminal is gone.
    public func run() {
        var polled = PollSet([input, waker.fileDescriptor, signals?.fileDescriptor, watch?.descriptor].compactMap { $0 })
        paint()
        while !isDone {
            let isReady = wait(for: &polled)
            updateClock()
            lookRound()
            if !isReady { elapse() }
            polled.forEachReady(take)
            keepDrafts()
            paint()
        }
        clerk.end()
        for news in clerk.takeNews() { if case .written = news { frame.model.hear(news) } }
        keepDrafts()
        drafts?.end()
    }

    private func wait(for polled: inout PollSet) -> Bool {
        let begin = uptime()
        let isReady = polled.wait(timeoutMilliseconds: timeout)
        let now = uptime()
        (keysSince, lastLooked) = (now == begin ? lastLooked : now, now)
        return isReady
    }

    /// Offers what an earlier console left half filled, and keeps what is half filled now.
    private func keepDrafts() {
        guard let drafts else { return }
        if frame.model.snapshot.lastNumber > 0, let bytes = drafts.takeFound() { frame.model.takeOver(bytes) }
        // Asking what is left copies the model: with nothing over the panes and nothing put aside there is nothing left.
        guard hasDrafts || frame.model.isLocked || !frame.model.layers.isEmpty || !frame.model.parked.isEmpty else { return }
        let left = frame.model.left
        guard hasDrafts || left != nil else { return }
        hasDrafts = left != nil
        drafts.keep { left.flatMap { FormDraft.bytes($0.forms.compactMap { FormDraft($0) }, isLocked: $0.isLocked) } }
    }

    private func updateClock() {
        frame.model.now = Instant(milliseconds: clock().milliseconds + frame.model.snapshot.clockAhead)
    }

    /// Until the clock's next minute, or the end of an escape sequence, or a second while something is being written; a moment while the index of
    /// the line is behind the book, in case there is something else to show first.
    private var timeout: Int {
        if decoder.isWaiting { return 25 }
        if frame.model.finding.isBehind { return 5 }
        if !frame.model.waiting.isEmpty { return 1000 }
        return Int(60_000 - frame.model.now.milliseconds % 60_000) + 1
    }

    private func elapse() {
        if decoder.isWaiting { return press(decoder.flush()) }
        if frame.model.finding.isBehind { return frame.model.keepIndex() }
        if !frame.model.waiting.isEmpty, let holder = clerk.slowLockHolder(at: clock()) {
            frame.model.alarm(ScreenWords.lockHeld(holder)[frame.model.language])
        }
    }

    /// Once a minute the clerk looks whether a round is missed, and how much room the disk has.
    private func lookRound() {
        guard frame.model.now.minute != lastMinute else { return }
        lastMinute = frame.model.now.minute
        frame.model.lockIfIdle(at: uptime())
        clerk.lookRound()
    }

    private func take(_ descriptor: Int32) {
        switch descriptor {
        case input: read()
        case waker.fileDescriptor:
            waker.drain()
            // Nothing of the book is shown before it is known whether an earlier console left the screen locked.
            guard drafts?.hasLooked ?? true else { return }
            frame.model.newsTime = uptime()
            for news in clerk.takeNews() {
                if case .seen(let people) = news { preparation.begin(people) } else { frame.model.hear(news) }
            }
            if let keys = preparation.take() { frame.model.remember(keys) }
            updateClock()
        case signals?.fileDescriptor: signals?.take().forEach(obey)
        default:
            watch?.drain()
            clerk.look()
        }
    }

    private func read() {
        switch readReady(input) {
        case .bytes(let bytes): press(decoder.decode(bytes))
        case .end: isDone = true
        case .nothing: break
        }
    }

    private func press(_ keys: [Key]) {
        frame.model.uptime = lastLooked
        if let code = Scan.code(in: keys, shapes: frame.model.estate.scans) {
            frame.model.scan(code, at: keysSince)
            return
        }
        for key in frame.model.unbounced(keys, at: lastLooked, sentSince: keysSince) where !isDone {
            for effect in frame.model.press(key, isAlone: keys.count == 1) { perform(effect) }
        }
        frame.model.endRead()
    }

    private func perform(_ effect: Model.Effect) {
        switch effect {
        case .write(let errand): clerk.submit(errand)
        case .unlock(let unlocking): clerk.unlock(unlocking)
        case .search(let text, let number): clerk.search(text, number: number)
        case .count(let scope, let number): clerk.count(scope, of: frame.model.estate, frame.model.language, number: number)
        case .countGuards(let from, let to, let now, let number): clerk.countGuards(of: frame.model.estate, from: from, to: to, now: now, number: number)
        case .slip: clerk.readSlip(frame.model.language)
        case .story(let n, let number): clerk.tell(n, of: frame.model.estate, frame.model.language, number: number)
        case .redraw: display.redraw()
        case .theme(let theme): display.show(in: theme)
        case .quit: isDone = true
        }
    }

    private func obey(_ signal: Signal) {
        switch signal {
        case .windowChanged:
            display.resize()
            frame.model.size = display.size
            frame.model.noteQuestion(at: uptime())
        case .continued: display.redraw()
        case .terminate, .hangup: isDone = true
        }
    }

    private func paint() {
        guard !isDone else { return }
        frame.drawNext(on: &canvas)
        display.paint(canvas)
    }
}
