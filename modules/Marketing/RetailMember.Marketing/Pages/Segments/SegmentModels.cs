using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Pages.Segments;

internal sealed record SegmentListModel(IReadOnlyList<SegmentView> Segments, Kinds Kinds, bool MayEdit);

/// <summary>One segment with its versions; how many it has now is asked for by the page itself.</summary>
internal sealed record SegmentModel(ReadSegment.Result Read, Kinds Kinds, bool MayEdit)
{
    public SegmentTerms Terms => Read.Wordings[0].Terms;
}

/// <param name="IsNew">Its code is still free to choose.</param>
internal sealed record SegmentFormModel(SegmentForm Form, bool IsNew, BuilderModel Builder, FormFaults Faults);

/// <summary>The tree as it stands in the form, and what it comes to.</summary>
internal sealed record BuilderModel(SegmentForm.GroupRow Members, Kinds Kinds, PreviewModel Preview);

/// <param name="Found">Null where the tree cannot be asked yet.</param>
/// <param name="Fault">Why it cannot.</param>
internal sealed record PreviewModel(PreviewSegment.Result? Found, Refusal? Fault);
