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
    ConsentBook book, StandingConsents standing, IMemberFiles members, IBrandDirectory brands)
    : Query<FindConsents.Input, FindConsents.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.OneAsync(input.Member, cancel);
        var entries = await book.OfAsync(member.Id, cancel);
        var counting = (await standing.OfAsync([member.Id], only: null, cancel)).ToDictionary(c => c.Purpose);
        var wordings = await book.WordingsAsync(call, cancel);
        return new Result(
            member.MemberNo,
            [.. wordings.Select(w => StandingOf(w, counting.GetValueOrDefault(w.Purpose)))],
            [.. entries.Select(e => Show(e, call.Caller))]);
    }

    private static Standing StandingOf(Wording wording, StandingConsent? latest) =>
        new(wording.Purpose, latest?.Granted == true, latest?.At, wording.WordingVersion, wording.Text);

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
    internal sealed record Result(string MemberNo, IReadOnlyList<Standing> Consents, IReadOnlyList<Row> History);

    /// <param name="Since">UTC; absent where he was never asked.</param>
    /// <param name="WordingVersion">Of the words to agree to now.</param>
    internal sealed record Standing(ConsentPurpose Purpose, bool Granted, DateTime? Since, int WordingVersion, string Text);

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
