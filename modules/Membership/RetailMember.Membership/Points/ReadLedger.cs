using FluentValidation;
using RetailMember.Brands;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Points;

/// <summary>A member's postings of one unit, newest first, each with the reasons of its number.</summary>
[Needs(MembershipPermissions.ViewMembers), OwnMember]
internal sealed class ReadLedger(
    MembershipDb db, MemberDesk desk, ILedger ledger, ProgrammeShelf shelf, IBrandDirectory brands, ITexts texts)
    : Query<ReadLedger.Input, PageOf<PostingView>>
{
    protected override async Task<PageOf<PostingView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.IdAsync(call, input.Member, cancel);
        var before = Cursor.Read<Place>(input.After)?.Posting;
        var entries = await ledger.ReadEntriesAsync(member, input.Unit, before, input.Size + 1, cancel);
        var words = new PostingWords(await shelf.OfAsync(db, call.RequiredBrand.Id, cancel), texts, call.Caller);
        return PageOf<PostingView>.Of(entries, input.Size, e => new Place(e.Id), e => PostingView.Of(e, words, brands));
    }

    private sealed record Place(long Posting);

    internal sealed record Input : IInput<PageOf<PostingView>>, IOfMember<Input>
    {
        [Personal]
        public required string Member { get; init; }

        /// <summary><c>points</c> or <c>growth</c>.</summary>
        public string Unit { get; init; } = MembershipUnits.Points;

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;

        public Input For(string memberNo) => this with { Member = memberNo };
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Unit).Must(MembershipUnits.All.Contains).WithErrorCode("membership.unknown-unit");
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}
