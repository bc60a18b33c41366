using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Demonstration;

/// <summary>
/// When members of the demonstration have had their commercial messages: in its past, too, nobody gets two within 24 hours.
/// </summary>
internal sealed class OneADay
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Dictionary<Guid, SortedSet<DateTime>> sent;

    private OneADay(IEnumerable<(Guid Member, DateTime At)> sent) => this.sent = sent.GroupBy(s => s.Member)
        .ToDictionary(g => g.Key, g => new SortedSet<DateTime>(g.Select(s => s.At)));

    /// <summary>Of these members, as the messages stand.</summary>
    public static async Task<OneADay> OfAsync(MarketingDb db, Guid[] members, CancellationToken cancel)
    {
        var had = await db.Messages.AsNoTracking()
            .Where(m => EF.Parameter(members).Contains(m.MemberId!.Value) && m.Lane == MessageLane.Marketing
                && m.HandedOverAt != null && m.State != MessageState.Failed)
            .Select(m => new { Member = m.MemberId!.Value, At = m.HandedOverAt!.Value }).ToListAsync(cancel);
        return new OneADay(had.Select(s => (s.Member, s.At)));
    }

    /// <summary>From then on, when a message may go: at once where it is not commercial.</summary>
    public DateTime FreeAt(Message message, DateTime at)
    {
        if (message.Lane != MessageLane.Marketing) return at;
        foreach (var other in sent.GetValueOrDefault(message.MemberId!.Value) ?? [])
            if ((other - at).Duration() < Day) at = other + Day;
        return at;
    }

    public void Add(Message message, DateTime at)
    {
        if (message.Lane != MessageLane.Marketing) return;
        if (!sent.TryGetValue(message.MemberId!.Value, out var own)) sent[message.MemberId.Value] = own = [];
        own.Add(at);
    }

    /// <summary>It waits for its turn, as the hand-over would let it.</summary>
    public static void Wait(Message message, DateTime until) => (message.DueAt, message.Reason) = (until, MessageReason.FrequencyCap);
}
