import Bytes
import Model
import Rendering
import Writing

extension Workspace {
    /// The time stamp of each file of the output, in seconds since 1970: on the date of the event's record, or on the
    /// latest date of the site for what belongs to no event.
    ///
    /// The time of day is made from the bytes. So the same site has the same time stamps on every machine, and a file
    /// whose bytes change has another one even if no date does: programs that compare sizes and times send it.
    func fileTimes(of context: RenderContext) -> (_ path: String, _ hash: ContentHash) -> Int {
        let site = context.plan.site
        func day(_ date: EventDate, _ zone: ClockZone) -> Int {
            Int(date.lastNamed.first.firstDay(in: zone).number) * CivilDay.seconds
        }
        let latest = day(context.views.lastDate, site.settings.zone)
        let days = context.views.records.map { record in record.date.map { day($0, record.zone) } ?? latest }
        return { path, hash in
            let event = context.plan.output(at: path)?.event
            return (event.map { days[$0] } ?? latest) + Int(hash.low % UInt64(CivilDay.seconds))
        }
    }
}
