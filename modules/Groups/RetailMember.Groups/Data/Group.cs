using RetailMember.Data;

namespace RetailMember.Groups.Data;

/// <summary>Members who belong together. Their points stay in their own accounts.</summary>
internal sealed class Group : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid KindId { get; init; }

    /// <summary>Of a company; households have none, since it would be somebody's.</summary>
    public string? Name { get; set; }

    /// <summary>The member whose card is the main one.</summary>
    public Guid HolderId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime FormedAt { get; init; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? EndedAt { get; set; }

    public long Version { get; set; }
}

/// <summary>A member's place in a group. There is one for each member and kind at most, which is how two are kept apart.</summary>
internal sealed class GroupSeat : IBrandOwned
{
    public Guid MemberId { get; init; }

    public Guid KindId { get; init; }

    public int BrandId { get; init; }

    public Guid GroupId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime JoinedAt { get; init; }
}

internal enum GroupMoveKind
{
    Formed,
    Joined,
    Left,

    /// <summary>The main card went over to the member.</summary>
    HandedOver,

    Ended,

    /// <summary>Sits from now on in the place of somebody who turned out to be the same person, or who is himself again.</summary>
    TookPlace,

    /// <summary>Stands again, since the merge that had ended it is undone.</summary>
    Reopened,
}

/// <summary>One step of a group's history; never changed.</summary>
internal sealed class GroupMove : IBrandOwned
{
    public long Id { get; init; }

    public int BrandId { get; init; }

    public Guid GroupId { get; init; }

    /// <summary>Whom it is about.</summary>
    public Guid MemberId { get; init; }

    public GroupMoveKind Kind { get; init; }

    /// <summary>As the operator wrote it; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>The proof that the kind asks for was seen.</summary>
    public bool ProofSeen { get; init; }

    /// <summary>The merge of two members that it belongs to.</summary>
    public Guid? MergeId { get; init; }

    /// <summary>UTC: when the seat had been taken that a merge emptied or handed on; null for all other steps.</summary>
    public DateTime? SeatedSince { get; init; }

    public int? StoreId { get; init; }

    public required string Operator { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
}
