using System.Text.Json;
using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Jobs;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Batches;

/// <summary>
/// Gives every member of a segment, or of a list, a voucher. The work itself runs in the background, in short
/// transactions; the days of use count from today for all of them.
/// </summary>
[Needs(RedemptionPermissions.IssueInBulk)]
internal sealed class IssueVouchers(
    RedemptionDb db,
    Sequences sequences,
    DefinitionShelf shelf,
    IMemberTiers tiers,
    IMemberTags tags,
    IMemberFiles members,
    IBackgroundWork background)
    : UseCase<IssueVouchers.Input, BatchView>
{
    public const int MostMembers = 20_000;

    protected override async Task<BatchView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var today = brand.DateOf(call.At);
        var definition = await shelf.FindAsync(input.Definition, cancel);
        if (!KnownDefinition.Of(definition).CanBeIssuedOn(today))
            throw new Refusal(VoucherRefusals.DefinitionNotActive, RefusalKind.Conflict, ("definition", input.Definition));
        if (await tiers.UnknownAsync(input.Tiers, call.At, cancel) is { } noTier) throw noTier;
        if (await tags.UnknownAsync(input.Tags, cancel) is { } noTag) throw noTag;
        var audience = new BatchAudience(await members.NamedAsync(input.Members, cancel), input.Segment);
        var total = await audience.CountAsync(members, cancel);
        if (total == 0) throw Refusal.Invalid(input.SegmentField, "redemption.batch-for-nobody");
        var batch = new VoucherBatch
        {
            Id = (await sequences.TakeAsync<VoucherBatch>(1, cancel))[0],
            BrandId = brand.Id,
            DefinitionId = definition.Id,
            Audience = JsonSerializer.Serialize(audience, Json.Options),
            Reason = input.Reason,
            State = VoucherBatchState.Running,
            Total = total,
            StartedBy = call.Caller.Name,
            StoreId = call.Store?.Id,
            StartedAt = call.At,
            On = today,
        };
        db.VoucherBatches.Add(batch);
        await background.EnqueueAsync(new RunVoucherBatch.Input(batch.Id), call, cancel);
        return BatchView.Of(batch, definition.Code);
    }

    internal sealed record Input : IInput<BatchView>, IKeyed
    {
        /// <summary>Drawn by whoever asks; the same key issues once.</summary>
        public required string Key { get; init; }

        /// <summary>Code of an active definition.</summary>
        public required string Definition { get; init; }

        /// <summary>Why; shown in each voucher's history.</summary>
        public required string Reason { get; init; }

        /// <summary>All active members are meant: said in so many words, never by leaving something out.</summary>
        public bool Everybody { get; init; }

        /// <summary>Member numbers, cards or mobiles; left out: the segment below, of active members.</summary>
        [Personal]
        public IReadOnlyList<string> Members { get; init; } = [];

        /// <summary>Codes of tiers; empty: any tier.</summary>
        public IReadOnlyList<string> Tiers { get; init; } = [];

        /// <summary>Codes of tags, one of which they have; empty: any.</summary>
        public IReadOnlyList<string> Tags { get; init; } = [];

        public DateOnly? JoinedFrom { get; init; }

        public DateOnly? JoinedTo { get; init; }

        /// <summary>Neither a list nor anything of a segment is given.</summary>
        internal bool NamesNobody => Members.Count == 0 && HasNoSegment;

        internal bool HasNoSegment => this is { Tiers.Count: 0, Tags.Count: 0, JoinedFrom: null, JoinedTo: null };

        internal MemberSegment Segment => new(Tiers, JoinedFrom, JoinedTo) { Tags = Tags };

        string IKeyed.BusinessKey => Key;

        /// <summary>The field that says who is meant, where it is no list.</summary>
        internal string SegmentField => this switch
        {
            { Everybody: true } => "everybody",
            { Tiers.Count: > 0 } => "tiers",
            { Tags.Count: > 0 } => "tags",
            { JoinedFrom: not null } => "joinedFrom",
            _ => "joinedTo",
        };
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Definition).NotEmpty().MaximumLength(RedemptionDb.CodeLength);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Members).Must(m => m.Count <= MostMembers).WithErrorCode("redemption.too-many-members");
            RuleFor(i => i.Members).Must((input, m) => m.Count == 0 || input.HasNoSegment).WithErrorCode("redemption.list-or-segment");
            RuleFor(i => i.Everybody).Must((input, everybody) => everybody == input.NamesNobody)
                .WithErrorCode("redemption.everybody-or-some");
            RuleFor(i => i.JoinedTo).Must((input, to) => !(to < input.JoinedFrom)).WithErrorCode("redemption.dates-in-wrong-order");
            RuleFor(i => i.Tiers).Must(t => t.Count <= 100).WithErrorCode("redemption.names-malformed");
            RuleFor(i => i.Tags).Must(t => t.Count <= 100).WithErrorCode("redemption.names-malformed");
        }
    }
}
