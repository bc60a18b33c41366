namespace RetailMember.Ledger;

/// <summary>What a posting is for. A reversal has the kind of what it reverses, and the opposite sign.</summary>
public enum PostingKind
{
    /// <summary>Granted by a rule; a negative one was taken back after a refund.</summary>
    Earn = 1,

    /// <summary>Used by the owner; a positive one was given back.</summary>
    Spend = 2,

    /// <summary>Lapsed at the end of a lot's last valid day.</summary>
    Expire = 3,

    /// <summary>Put right by a person, in either direction, with a reason.</summary>
    Adjust = 4,

    /// <summary>Brought along from an earlier system.</summary>
    Open = 5,

    /// <summary>Moved from one owner to another; both sides together are zero.</summary>
    Transfer = 6,
}
