using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Templates;
using RetailMember.Settings;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// How many messages one number gets within 24 hours, each counted from its send: the provider's limit for one template,
/// and our own for commercial ones. Codes are limited where they are asked for.
/// </summary>
internal sealed class SendCaps(MarketingDb db, ISettings settings)
{
    /// <summary>Commercial messages to one number of the brand within 24 hours.</summary>
    public const string MarketingPerDay = "Marketing.PerMemberPerDay";

    public const string UsualMarketingPerDay = "1";

    /// <summary>The provider's: messages in the same words to one number.</summary>
    private const int TemplatePerDay = 50;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>
    /// What went to these numbers within the last 24 hours; their rows must be locked. What the provider took counts even where it
    /// did not arrive.
    /// </summary>
    public async Task<RecentSends> RecentAsync(string[] recipients, DateTime now, int brand, CancellationToken cancel)
    {
        var since = now - Day;
        var sent = await db.Messages.AsNoTracking()
            .Where(m => EF.Parameter(recipients).Contains(m.RecipientId!) && m.HandedOverAt > since
                && (m.State != MessageState.Failed || m.Reference != null))
            .Select(m => new { Recipient = m.RecipientId!, m.TemplateId, m.Lane, At = m.HandedOverAt!.Value }).ToListAsync(cancel);
        var words = await WordsAsync([.. sent.Select(s => s.TemplateId).OfType<Guid>().Distinct()], cancel);
        return new RecentSends(
            sent.Select(s => new RecentSend(s.Recipient, s.TemplateId is { } id ? words[id] : "", s.Lane, s.At)),
            (int)settings.WholeNumber(MarketingPerDay, brand), TemplatePerDay, Day);
    }

    /// <summary>
    /// What the provider counts by: its own number for the words and who signs them, so that a new revision does not start anew.
    /// </summary>
    public static string WordsOf(Guid template, TemplateTerms terms) =>
        terms.ProviderCode.Length > 0 ? $"{terms.Signature}|{terms.ProviderCode}" : template.ToString();

    private async Task<Dictionary<Guid, string>> WordsAsync(Guid[] templates, CancellationToken cancel) =>
        templates.Length == 0
            ? []
            : (await db.Templates.AsNoTracking().Where(t => EF.Parameter(templates).Contains(t.Id)).ToListAsync(cancel))
                .ToDictionary(t => t.Id, t => WordsOf(t.Id, TemplateShelf.TermsOf(t)));
}

internal sealed record RecentSend(string Recipient, string Words, MessageLane Lane, DateTime At);

/// <summary>The sends of the last 24 hours by number, to which what is decided on now is added.</summary>
internal sealed class RecentSends(IEnumerable<RecentSend> sent, int marketingPerDay, int templatePerDay, TimeSpan day)
{
    private readonly Dictionary<string, List<RecentSend>> byRecipient =
        sent.GroupBy(s => s.Recipient).ToDictionary(g => g.Key, g => g.ToList());

    public void Add(RecentSend one)
    {
        if (!byRecipient.TryGetValue(one.Recipient, out var known)) byRecipient[one.Recipient] = known = [];
        known.Add(one);
    }

    /// <summary>When the number may have the next message of this kind; null: now.</summary>
    public DateTime? FreeAt(string recipient, string words, MessageLane lane)
    {
        if (!byRecipient.TryGetValue(recipient, out var known)) return null;
        var ofTemplate = FreeAt(known.Where(s => s.Words == words), templatePerDay);
        var ofLane = lane == MessageLane.Marketing ? FreeAt(known.Where(s => s.Lane == lane), marketingPerDay) : null;
        return ofTemplate is null || ofLane > ofTemplate ? ofLane : ofTemplate;
    }

    /// <summary>The oldest of the last few must be a day old.</summary>
    private DateTime? FreeAt(IEnumerable<RecentSend> sends, int most) =>
        sends.Select(s => s.At).OrderDescending().Skip(Math.Max(0, most - 1)).Cast<DateTime?>().FirstOrDefault() + day;
}
