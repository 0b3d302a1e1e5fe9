import Notation

extension Estate {
    /// The first moment from `time` on at which somebody should be at a post: there, or when its plan has it attended again.
    func attendance(of post: String, from time: Instant) -> Instant {
        guard let post = self.post(post), closedMinutes(of: post.id, from: time, until: time.adding(minutes: 1)) > 0 else { return time }
        return post.opens(after: time, in: self) ?? time
    }

    /// Minutes, as clock times without seconds say them, in which a post was closed by its plan: at night, and the desk on its free days.
    func closedMinutes(of post: String, from start: Instant, until end: Instant) -> Int {
        guard let post = self.post(post), let closes = post.closes, let opens = post.opens, start < end else { return 0 }
        let first = Day(start, in: zone)
        let stretch = minutes(start, since: first)..<minutes(end, since: first)
        return (0...Day(end, in: zone).number - first.number).reduce(0) { sum, days in
            let isFree = post.isDesk && desk?.calendar.isWorked(first.adding(days: days)) == false
            let closed = isFree ? [0..<1440] : closes < opens ? [closes.minutes..<opens.minutes] : [0..<opens.minutes, closes.minutes..<1440]
            return sum + closed.map { ($0.lowerBound + days * 1440..<$0.upperBound + days * 1440).clamped(to: stretch).count }.reduce(0, +)
        }
    }

    /// Minutes of the clock since a day began.
    private func minutes(_ time: Instant, since day: Day) -> Int { time.clockMinutes(since: day.at(ClockTime(minutes: 0), in: zone)) }
}
