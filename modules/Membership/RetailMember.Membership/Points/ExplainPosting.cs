using FluentValidation;
using RetailMember.Brands;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points;

/// <summary>Why is it this number? One posting with every rule, version and formula behind it.</summary>
[Needs(MembershipPermissions.ViewMembers), OwnMember]
internal sealed class ExplainPosting(
    MembershipDb db, MemberDesk desk, ILedger ledger, ProgrammeShelf shelf, IBrandDirectory brands, ITexts texts)
    : Query<ExplainPosting.Input, PostingView>
{
    protected override async Task<PostingView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.IdAsync(call, input.Member, cancel);
        var entry = (await ledger.ReadEntriesAsync(member, input.Unit, input.Posting + 1, 1, cancel)).SingleOrDefault();
        if (entry?.Id != input.Posting)
            throw new Refusal("membership.posting-not-found", RefusalKind.NotFound, ("posting", input.Posting));
        var words = new PostingWords(await shelf.OfAsync(db, call.RequiredBrand.Id, cancel), texts, call.Caller);
        return PostingView.Of(entry, words, brands);
    }

    internal sealed record Input([property: Personal] string Member, long Posting) : IInput<PostingView>, IOfMember<Input>
    {
        /// <summary><c>points</c> or <c>growth</c>.</summary>
        public string Unit { get; init; } = MembershipUnits.Points;

        public Input For(string memberNo) => this with { Member = memberNo };
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Unit).Must(MembershipUnits.All.Contains).WithErrorCode("membership.unknown-unit");
            RuleFor(i => i.Posting).InclusiveBetween(1, long.MaxValue - 1);
        }
    }
}
