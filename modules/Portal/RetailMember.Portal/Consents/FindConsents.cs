using System.Text.Json.Serialization;
using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Portal.Data;
using RetailMember.UseCases;

namespace RetailMember.Portal.Consents;

/// <summary>What a member has agreed to and taken back, with the words of it, and how it stands now.</summary>
[Needs(PortalPermissions.ViewConsents), OwnMember]
internal sealed class FindConsents(
    ConsentBook book, StandingConsents standing, IMemberFiles members, IEnumerable<IMessageOptOuts> optOuts,
    IEnumerable<IApartConsent> apart, IBrandDirectory brands)
    : Query<FindConsents.Input, FindConsents.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.OneAsync(input.Member, cancel);
        var entries = await book.OfAsync(member.Id, cancel);
        var counting = (await standing.OfAsync([member.Id], only: null, cancel)).ToDictionary(c => c.Purpose);
        var wordings = await book.WordingsAsync(call, cancel);
        var left = await LeftAsync(member.Id, cancel);
        return new Result(
            member.MemberNo,
            [.. wordings.Select(w => StandingOf(
                w, counting.GetValueOrDefault(w.Purpose), w.Purpose == ConsentPurpose.Marketing ? left : null))],
            [.. entries.Select(e => Show(e, call.Caller))],
            await ApartAsync(member.Id, cancel));
    }

    /// <summary>What he has agreed to apart and what still holds, also where its module is off meanwhile.</summary>
    private async Task<IReadOnlyList<Apart>> ApartAsync(Guid member, CancellationToken cancel)
    {
        var found = new List<Apart>();
        foreach (var consent in apart)
            if (await consent.GivenAtAsync(member, cancel) is { } since)
                found.Add(new Apart(consent.Code, since) { Title = consent.Title, Means = consent.Means });
        return found;
    }

    /// <summary>What he told whoever sends messages, last of all.</summary>
    private async Task<MessageOptOut?> LeftAsync(Guid member, CancellationToken cancel)
    {
        MessageOptOut? latest = null;
        foreach (var keeper in optOuts)
            if ((await keeper.OfAsync([member], cancel)).GetValueOrDefault(member) is { } said && !(said.At <= latest?.At)) latest = said;
        return latest;
    }

    /// <summary>Whoever opted out of messages since he agreed does not agree any more.</summary>
    private static Standing StandingOf(Wording wording, StandingConsent? latest, MessageOptOut? left) =>
        left is not null && latest is { Granted: true } agreed && left.At >= agreed.At
            ? new(wording.Purpose, false, left.At, wording.WordingVersion, wording.Text)
            {
                LeftBy = left.IsReply ? OptOutWay.Reply : OptOutWay.Store,
            }
            : new(wording.Purpose, latest?.Granted == true, latest?.At, wording.WordingVersion, wording.Text);

    private Row Show(ConsentEntry e, Caller caller) => new(
        e.Purpose, e.Granted, e.WordingVersion, e.Wording, e.At, e.Channel,
        e.StoreId is { } store ? brands.FindStore(store)?.Code : null,
        caller.Kind == CallerKind.Member ? null : e.Operator);

    internal sealed record Input([property: Personal] string Member) : IInput<Result>, IOfMember<Input>
    {
        public Input For(string memberNo) => new(memberNo);
    }

    /// <param name="Standing">One of each purpose.</param>
    /// <param name="History">Latest first.</param>
    /// <param name="ApartConsents">What he has agreed to apart, in modules; what does not hold is absent.</param>
    internal sealed record Result(
        string MemberNo, IReadOnlyList<Standing> Consents, IReadOnlyList<Row> History, IReadOnlyList<Apart> ApartConsents);

    /// <param name="Consent">Its code.</param>
    /// <param name="Since">UTC.</param>
    internal sealed record Apart(string Consent, DateTime Since)
    {
        /// <summary>For pages: text key.</summary>
        [JsonIgnore]
        public string Title { get; init; } = "";

        /// <summary>For pages: text key of what taking it back does.</summary>
        [JsonIgnore]
        public string Means { get; init; } = "";
    }

    /// <param name="Since">UTC; absent where he was never asked.</param>
    /// <param name="WordingVersion">Of the words to agree to now.</param>
    internal sealed record Standing(ConsentPurpose Purpose, bool Granted, DateTime? Since, int WordingVersion, string Text)
    {
        /// <summary>How he opted out of messages since he had agreed; null: he did not.</summary>
        public OptOutWay? LeftBy { get; init; }
    }

    internal enum OptOutWay
    {
        /// <summary>He answered a message.</summary>
        Reply,

        /// <summary>He said so in a store.</summary>
        Store,
    }

    /// <param name="Operator">Who wrote it down; a member is not told the names of staff.</param>
    internal sealed record Row(
        ConsentPurpose Purpose,
        bool Granted,
        int WordingVersion,
        string Text,
        DateTime DecidedAt,
        Channel Channel,
        string? StoreCode,
        string? Operator);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}
