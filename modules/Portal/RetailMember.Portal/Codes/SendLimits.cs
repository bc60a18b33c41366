using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Portal.Data;
using RetailMember.UseCases;

namespace RetailMember.Portal.Codes;

/// <summary>
/// How many codes one mobile is sent, whatever the brand: one in a minute, five in an hour, ten in 24 hours, each counted
/// from the send. One address may ask for many more, since behind it there may be a whole shop.
/// </summary>
internal sealed class SendLimits(PortalDb db, IRows rows)
{
    private const int FromAddressInHour = 60;
    private const int FromAddressInDay = 300;

    private static readonly (TimeSpan Span, int Most)[] ToMobile =
    [
        (TimeSpan.FromMinutes(1), 1), (TimeSpan.FromHours(1), 5), (TimeSpan.FromDays(1), 10),
    ];

    /// <summary>Takes one of the mobile's sends, within the running transaction; refuses <c>portal.codes-too-many</c>.</summary>
    public async Task TakeAsync(string recipient, string askedFrom, DateTime at, CancellationToken cancel)
    {
        await CheckAddressAsync(askedFrom, at, cancel);
        await rows.InsertMissingAsync([new Recipient { Id = recipient }], cancel);
        var row = (await rows.LockAsync<Recipient, string>(r => r.Id, [recipient], cancel)).Single();
        var sent = row.SentAt().Where(t => t > at - ToMobile[^1].Span).ToList();
        foreach (var (span, most) in ToMobile)
        {
            var within = sent.Where(t => t > at - span).ToList();
            if (within.Count >= most) throw TooMany(within[^most] + span - at);
        }

        row.Note([.. sent, at]);
        await rows.UpdateAsync([row], [nameof(Recipient.Sent)], cancel);
    }

    private async Task CheckAddressAsync(string askedFrom, DateTime at, CancellationToken cancel)
    {
        var (hour, day) = (at.AddHours(-1), at.AddDays(-1));
        var asked = await db.OneTimeCodes.Where(c => c.AskedFrom == askedFrom && c.SentAt > day)
            .GroupBy(_ => 1).Select(g => new { Day = g.Count(), Hour = g.Count(c => c.SentAt > hour) })
            .SingleOrDefaultAsync(cancel);
        if (asked is null) return;
        if (asked.Hour >= FromAddressInHour) throw TooMany(TimeSpan.FromHours(1));
        if (asked.Day >= FromAddressInDay) throw TooMany(TimeSpan.FromDays(1));
    }

    private static Refusal TooMany(TimeSpan pause) =>
        new("portal.codes-too-many", RefusalKind.TooMany, ("seconds", (long)Math.Ceiling(Math.Max(1, pause.TotalSeconds))));
}
