using RetailMember.Ledger;
using RetailMember.Membership.Points.Awards;
using RetailMember.Membership.Points.Transfers;
using RetailMember.Membership.Programmes;
using RetailMember.People;
using RetailMember.Texts;

namespace RetailMember.Membership.Points;

/// <summary>Says in the caller's language why a posting has its number, from what was kept beside it.</summary>
internal sealed class PostingWords(BrandProgrammes programmes, ITexts texts, Caller caller)
{
    /// <summary>One sentence per rule that took part; a posting that no formula made has one sentence in all.</summary>
    public IReadOnlyList<PostingWhy> Of(LedgerEntry entry)
    {
        if (AwardWhy.IsAbout(entry)) return [new PostingWhy(entry.Reason.Rule!, entry.Amount, AwardWhy.Say(entry, texts))];
        if (entry.Kind == PostingKind.Earn && entry.Amount > 0 && entry.Reason.Why is { } why)
        {
            var document = programmes.Find(entry.Reason.RuleVersion)?.Programme.Document;
            var words = new ExplanationWords(document, texts);
            return [.. Explanation.FromJson(why).Lines.Select(line => new PostingWhy(line.Rule, line.Value, words.Of(line)))];
        }

        return [new PostingWhy(entry.Reason.Rule ?? "", entry.Amount, Sentence(entry))];
    }

    /// <summary>What the posting of an award is called; null for any other.</summary>
    public string? AwardTitleOf(LedgerEntry entry) => AwardWhy.TitleOf(entry, texts);

    private string Sentence(LedgerEntry entry) => entry.Kind switch
    {
        PostingKind.Earn when entry.Amount < 0 => texts.Format(
            AwardTitleOf(entry) is null ? "membership.why.taken-back" : "membership.why.award-taken-back", entry.ReversesId),
        PostingKind.Earn => texts.Format("membership.why.granted", entry.Reason.Rule),
        PostingKind.Spend when entry.Amount > 0 => texts.Format("membership.why.given-back", entry.ReversesId),
        PostingKind.Spend => texts.Format("membership.why.spent", entry.Reason.Rule),
        PostingKind.Expire => texts["membership.why.expired"],
        PostingKind.Adjust when OperatorOf(entry) is null => ReasonOf(entry),
        PostingKind.Adjust => texts.Format("membership.why.adjusted", ReasonOf(entry), OperatorOf(entry)),
        PostingKind.Open => texts["membership.why.opened"],
        PostingKind.Transfer => Moved(entry),
        _ => throw new InvalidOperationException($"Unknown kind of posting {entry.Kind}."),
    };

    private string Moved(LedgerEntry entry)
    {
        var way = entry.Amount < 0 ? "sent" : "received";
        var key = $"membership.why.{entry.Reason.Rule}-{way}";
        return texts.Has(key) && TransferStory.Read(entry.Reason.Why) is { } story
            ? texts.Format(key, NumberOf(story.From), NumberOf(story.To))
            : texts["membership.why." + way];
    }

    /// <summary>A member is not told the numbers of others.</summary>
    private string NumberOf(string memberNo) => caller.Kind == CallerKind.Member ? MaskedNumber.Of(memberNo) : memberNo;

    /// <summary>Who did it, for whom it concerns: a member is not told the names of staff.</summary>
    public string? OperatorOf(LedgerEntry entry) => caller.Kind == CallerKind.Member ? null : entry.Reason.Operator;

    private string ReasonOf(LedgerEntry entry) => texts["membership.adjustment-reason." + entry.Reason.Rule];
}

/// <summary>One reason of a number.</summary>
/// <param name="Rule">Code of the rule, or of the reason.</param>
/// <param name="Value">What this rule came to.</param>
/// <param name="Words">The formula with its numbers, in the caller's language.</param>
internal sealed record PostingWhy(string Rule, long Value, string Words);
