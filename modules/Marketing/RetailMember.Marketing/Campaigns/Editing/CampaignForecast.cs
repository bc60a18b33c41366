using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>Asks of a campaign's members now what its run and the hand-over will ask of each of them.</summary>
internal sealed class CampaignForecast(
    CampaignParts parts, TemplateShelf templates, SegmentShelf segments, SegmentBook book, IKeySets sets, MemberReach reach,
    IEnumerable<IProfilingObjections> objections, SendCaps caps)
{
    /// <summary>As many members as a page has time for: what they come to is right to one of a hundred of them all.</summary>
    private const int Most = 10_000;

    private const int AtOnce = 1_000;

    /// <summary>Null where a condition asks of sensitive data: nobody is looked at.</summary>
    public async Task<Audience?> OfAsync(
        MessageCampaign campaign, MessageCampaignTerms terms, CallContext call, CancellationToken cancel)
    {
        var (members, template) = await MeantAsync(campaign, terms, cancel);
        var known = await book.OpenAsync(cancel);
        known.Check(members, "members");
        if (known.IsSensitive(members)) return null;
        var found = await sets.SpreadAsync(known.Compile(members, call.RequiredBrand.DateOf(call.At)), Most, cancel);
        var words = new Words(campaign.Id, template, TemplateShelf.TermsOf(template), call.RequiredBrand);
        var audience = new Audience(found.Count, found.Keys.Count);
        foreach (var some in found.Keys.Chunk(AtOnce))
            await LookAsync(audience, words, terms, some, known.IsProfiling(members), call, cancel);
        return audience;
    }

    /// <summary>What it was approved with; of a draft what it would be approved with by now.</summary>
    private async Task<(SegmentGroup Members, MessageTemplate Template)> MeantAsync(
        MessageCampaign campaign, MessageCampaignTerms terms, CancellationToken cancel)
    {
        var template = campaign.TemplateId is { } words
            ? await parts.TemplateAsync(words, cancel)
            : await templates.InUseAsync(terms.Template, cancel)
                ?? throw new Refusal("marketing.template-not-found", RefusalKind.NotFound, ("template", terms.Template));
        var (segment, version) = campaign is { SegmentId: { } id, SegmentNumber: { } number } ? (id, number) : await NewestAsync();
        return ((await segments.TermsAsync(segment, version, cancel)).Members, template);

        async Task<(Guid, int)> NewestAsync()
        {
            var newest = await segments.FindAsync(terms.Segment, cancel);
            return (newest.Id, newest.Number);
        }
    }

    private async Task LookAsync(
        Audience audience, Words words, MessageCampaignTerms terms, Guid[] members, bool isProfiling, CallContext call,
        CancellationToken cancel)
    {
        var objectors = isProfiling ? await objections.ObjectorsAsync(members, cancel) : new HashSet<Guid>();
        var reached = await reach.OfAsync(members, words.Template.Kind, words.Template.Channel, cancel);
        var recent = await caps.RecentAsync(
            [.. reached.Values.Where(r => r.Fault is null).Select(r => r.Recipient!).Distinct()], call.At, words.Brand.Id, cancel);
        foreach (var member in members)
        {
            var (contact, recipient, fault) = reached[member];
            if (objectors.Contains(member)) audience.Leave(RecipientState.Objects);
            else if (fault is { } reason) audience.Leave(RecipientState.Unreached, reason);
            else if (HoldOut.Has(words.Campaign, member, terms.HoldOutPercent)) audience.Leave(RecipientState.HeldOut);
            else if (words.PartsFor(contact!) is not { } size) audience.Leave(RecipientState.Unreached, MessageReason.ValueMissing);
            else
            {
                var free = recent.FreeAt(
                    recipient!, SendCaps.WordsOf(words.Template.Id, words.Terms), MessageQueue.LaneOf(words.Template.Kind));
                if (free > call.At.AddHours(terms.Hours)) audience.Leave(RecipientState.Unreached, MessageReason.FrequencyCap);
                else audience.Write(size, isDelayed: free > call.At);
            }
        }
    }

    private sealed record Words(Guid Campaign, MessageTemplate Template, TemplateTerms Terms, Brand Brand)
    {
        private static readonly Dictionary<string, string> Nothing = [];

        /// <summary>As they are billed to this member; null where they cannot be written to him.</summary>
        public int? PartsFor(MemberContact contact) =>
            TemplateValues.Of(Terms, Nothing, contact, Brand) is { } values ? WrittenText.Of(Terms, values).Parts : null;
    }
}

/// <summary>What becomes of the members of a segment, as far as it was looked at them.</summary>
internal sealed class Audience(long members, long looked)
{
    private readonly Dictionary<(RecipientState State, MessageReason? Reason), long> leftOut = [];

    public long Members { get; } = members;

    public long Looked { get; } = looked;

    public long Written { get; private set; }

    public long Delayed { get; private set; }

    public long Parts { get; private set; }

    public IReadOnlyDictionary<(RecipientState State, MessageReason? Reason), long> LeftOut => leftOut;

    public void Leave(RecipientState state, MessageReason? reason = null) =>
        leftOut[(state, reason)] = leftOut.GetValueOrDefault((state, reason)) + 1;

    public void Write(int parts, bool isDelayed)
    {
        Written++;
        Parts += parts;
        if (isDelayed) Delayed++;
    }
}
