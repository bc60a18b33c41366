using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Engagement.Data;
using RetailMember.People;

namespace RetailMember.Engagement.Own;

/// <summary>What this module holds about a member.</summary>
internal sealed class EngagementData(EngagementDb db) : IMemberData
{
    public string Name => "engagement";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel) => new
    {
        signUps = await db.SignUps.AsNoTracking().Where(s => s.MemberId == member).OrderBy(s => s.SignedUpAt)
            .Join(db.MemberEvents, s => s.EventId, e => e.Id, (s, e) => new
            {
                @event = e.Code, s.State, s.Guests, s.Points, s.PointsTaken, s.Reason, s.SignedUpAt, s.MovedAt,
            })
            .ToListAsync(cancel),
        surveys = await db.SurveyEntries.AsNoTracking().Where(e => e.MemberId == member).OrderBy(e => e.On)
            .Select(e => new
            {
                survey = db.Surveys.First(s => s.Id == e.SurveyId).Code,
                e.On,
                e.Points,
                answers = db.SurveyAnswers.Where(a => a.Id == e.AnswerId).Select(a => a.Answers).FirstOrDefault(),
            })
            .ToListAsync(cancel),
        tickets = await db.Tickets.AsNoTracking().Where(t => t.MemberId == member).OrderBy(t => t.Id)
            .Select(t => new
            {
                t.Category,
                t.State,
                t.ReceiptNo,
                t.OpenedAt,
                t.ClosedAt,
                lines = db.TicketMessages.Where(m => m.TicketId == t.Id).OrderBy(m => m.Id)
                    .Select(m => new { m.FromStaff, m.Text, m.At }).ToList(),
            })
            .ToListAsync(cancel),
    };
}
