using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Segments.Editing;

/// <summary>
/// Saves a segment as its next version; the same words again make none. Campaigns that chose an earlier version keep it.
/// </summary>
[Needs(MarketingRights.EditSegments)]
internal sealed class EditSegment(MarketingDb db, SegmentBook book) : UseCase<EditSegment.Input, SegmentView>
{
    protected override async Task<SegmentView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        (await book.OpenAsync(cancel)).Check(input.Terms.Members, "terms.members");
        var segment = await db.Segments.SingleOrDefaultAsync(s => s.Code == input.Segment, cancel);
        if (input.Version is { } read && read != (segment?.Number ?? 0))
            throw new Refusal(
                "marketing.segment-edited-meanwhile", RefusalKind.Conflict, ("segment", input.Segment), ("by", segment?.EditedBy));
        if (segment is null) db.Segments.Add(segment = Make(input, call));
        var terms = input.Terms.ToJson();
        var latest = await db.SegmentVersions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.SegmentId == segment.Id && v.Number == segment.Number, cancel);
        if (latest?.Terms == terms) return SegmentView.Of(segment, input.Terms);
        segment.Number++;
        (segment.EditedBy, segment.EditedAt) = (call.Caller.Name, call.At);
        db.SegmentVersions.Add(new SegmentVersion
        {
            SegmentId = segment.Id, Number = segment.Number, BrandId = segment.BrandId, Terms = terms,
            EditedBy = call.Caller.Name, EditedAt = call.At,
        });
        return SegmentView.Of(segment, input.Terms);
    }

    private static Segment Make(Input input, CallContext call) => new()
    {
        Id = Guid.CreateVersion7(), BrandId = call.RequiredBrand.Id, Code = input.Segment, EditedBy = call.Caller.Name,
    };

    /// <param name="Segment">Its code.</param>
    internal sealed record Input(string Segment, SegmentTerms Terms) : IInput<SegmentView>
    {
        /// <summary>
        /// The newest when it was read, 0 of one that is not there yet: what somebody else has saved since is not replaced. Null: it
        /// is, whatever it says.
        /// </summary>
        public int? Version { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Segment).IsCodeOfPage();
            RuleFor(i => i.Terms).SetValidator(new SegmentTermsRules());
        }
    }
}
