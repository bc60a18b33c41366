using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Queue;

/// <inheritdoc cref="IMemberLetters" />
internal sealed class LettersToMembers(
    MarketingDb db, TemplateShelf templates, MessageQueue queue, IMergedMembers merged, IBrandDirectory brands,
    LetterWriters writers, IEnumerable<LetterProposal> proposals, DataSession session, TimeProvider time) : IMemberLetters
{
    public async Task<bool> CanWriteAsync(string purpose, CancellationToken cancel) =>
        await WordsAsync(purpose, cancel) is not null;

    public async Task<int> QueueAsync(
        LetterOccasion occasion, IReadOnlyCollection<MemberLetter> letters, CancellationToken cancel)
    {
        if (!writers.IsOfModule(occasion.Purpose))
            throw new ArgumentException($"The purpose {occasion.Purpose} does not begin with a module.", nameof(occasion));
        if (letters.Count == 0 || await WordsAsync(occasion.Purpose, cancel) is not { } words) return 0;
        var call = new CallContext(Caller.House("letters"), Channel.Job)
        {
            Brand = brands.Find(session.Brand!.Value), At = time.GetUtcNow().UtcDateTime,
        };
        var batch = BatchOf(occasion.Purpose, occasion.Key);
        var fresh = await FreshAsync(batch, letters, cancel);
        await queue.OpenAsync(
            new NewBatch(batch, $"{occasion.Purpose}:{occasion.Key}", words.Id)
            {
                NotAfter = occasion.NotAfter,
                IsSensitive = proposals.Any(p => p.IsSensitive && p.Purpose == occasion.Purpose),
            },
            call, cancel);
        await queue.RewordAsync(batch, words.Id, cancel);
        return await queue.AddAsync(batch, fresh, call, cancel);
    }

    public async Task<int> RecallAsync(string purposes, Guid member, MessageReason reason, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        return await db.Messages
            .Where(m => m.State == MessageState.Queued && EF.Parameter(files).Contains(m.MemberId!.Value) && m.Purpose.StartsWith(purposes))
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, MessageState.Skipped).SetProperty(m => m.Reason, reason)
                    .SetProperty(m => m.DoneAt, time.GetUtcNow().UtcDateTime),
                cancel);
    }

    public async Task<IReadOnlyDictionary<LetterAddress, LetterFate>> FatesAsync(
        IReadOnlyCollection<LetterAddress> letters, CancellationToken cancel)
    {
        Guid[] batches = [.. letters.Select(l => (l.Purpose, l.Key)).Distinct().Select(o => BatchOf(o.Purpose, o.Key))];
        var standing = await merged.StandingForAsync([.. letters.Select(l => l.Member).Distinct()], cancel);
        Guid[] members = [.. letters.Select(l => l.Member).Concat(standing.Values).Distinct()];
        var written = await db.Messages.AsNoTracking()
            .Where(m => EF.Parameter(batches).Contains(m.BatchId!.Value) && EF.Parameter(members).Contains(m.MemberId!.Value))
            .Select(m => new { Batch = m.BatchId!.Value, Member = m.MemberId!.Value, m.State, m.Reason }).ToListAsync(cancel);
        var fates = written.ToDictionary(m => (m.Batch, m.Member), m => new LetterFate(m.State, m.Reason, m.Batch));
        return letters.Distinct().Select(l => (Letter: l, Fate: FateOf(l))).Where(l => l.Fate is not null)
            .ToDictionary(l => l.Letter, l => l.Fate!);

        LetterFate? FateOf(LetterAddress letter)
        {
            var batch = BatchOf(letter.Purpose, letter.Key);
            return fates.GetValueOrDefault((batch, letter.Member))
                ?? (standing.TryGetValue(letter.Member, out var now) ? fates.GetValueOrDefault((batch, now)) : null);
        }
    }

    public async Task<IReadOnlyDictionary<string, int>> SentAsync(
        string purpose, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var byBatch = keys.Distinct().ToDictionary(key => BatchOf(purpose, key));
        Guid[] batches = [.. byBatch.Keys];
        var sent = await db.Messages.AsNoTracking()
            .Where(m => EF.Parameter(batches).Contains(m.BatchId!.Value)
                && (m.State == MessageState.Accepted || m.State == MessageState.Delivered))
            .GroupBy(m => m.BatchId!.Value).Select(g => new { g.Key, Letters = g.Count() }).ToListAsync(cancel);
        return sent.ToDictionary(s => byBatch[s.Key], s => s.Letters);
    }

    /// <summary>Each under the number that stands, without those who were written to under one that was merged into it.</summary>
    private async Task<IReadOnlyCollection<NewMessage>> FreshAsync(
        Guid batch, IReadOnlyCollection<MemberLetter> letters, CancellationToken cancel)
    {
        var standing = await merged.StandingForAsync([.. letters.Select(l => l.Member).Distinct()], cancel);
        var own = letters.Select(l => l with { Member = standing.GetValueOrDefault(l.Member, l.Member) })
            .DistinctBy(l => l.Member).ToList();
        var former = (await merged.IntoAsync([.. own.Select(l => l.Member)], cancel)).ToDictionary(m => m.Id, m => m.Into);
        Guid[] numbers = [.. former.Keys];
        var written = await db.Messages.Where(m => m.BatchId == batch && EF.Parameter(numbers).Contains(m.MemberId!.Value))
            .Select(m => m.MemberId!.Value).ToListAsync(cancel);
        var had = written.Select(number => former[number]).ToHashSet();
        return [.. own.Where(l => !had.Contains(l.Member)).Select(l => new NewMessage(l.Member, l.Values))];
    }

    /// <summary>Commercial words of a short message; where the brand has none, of an e-mail, or else for WeChat.</summary>
    private async Task<MessageTemplate?> WordsAsync(string purpose, CancellationToken cancel)
    {
        var words = await templates.ForPurposeAsync(purpose, MessageChannel.Sms, cancel)
            ?? await templates.ForPurposeAsync(purpose, MessageChannel.Mail, cancel)
            ?? await templates.ForPurposeAsync(purpose, MessageChannel.WeChat, cancel);
        return words is { Kind: TemplateKind.Marketing } && await templates.MayGoAsync(words, cancel) ? words : null;
    }

    private Guid BatchOf(string purpose, string key) => StableKey.Of($"letters|{session.Brand}|{purpose}|{key}");
}
