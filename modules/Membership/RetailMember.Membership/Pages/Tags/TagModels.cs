using RetailMember.Membership.Pages.Members;
using RetailMember.Membership.Tags;
using RetailMember.Pages.Forms;

namespace RetailMember.Membership.Pages.Tags;

internal sealed record TagListModel(FindTags.Result Found, bool MayEdit, bool MayActivate);

internal sealed record TagModel(ReadTag.Result Read, bool MayEdit, bool MayActivate, bool MayList)
{
    public TagView Tag => Read.Definition;
}

/// <param name="IsNew">Its code is still free to choose.</param>
internal sealed record TagFormModel(TagForm Form, bool IsNew, FormFaults Faults);

/// <param name="Name">The tag's.</param>
internal sealed record UntagModel(MemberModel File, string Name, FormFaults Faults) : MemberModel(File);

/// <summary>A member's tags, for whoever gives and takes them by hand.</summary>
/// <param name="Choices">Those that may be given.</param>
internal sealed record MemberTagsModel(
    MemberModel File, FindMemberTags.Result Tags, IReadOnlyList<Choice> Choices, FormFaults Faults) : MemberModel(File);
