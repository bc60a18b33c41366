namespace RetailMember.Redemption.Data;

/// <summary>
/// Has a code that opens it and that staff can have shown. What is opened by it afterwards says so in its history: the code
/// alone no longer tells that its member was there.
/// </summary>
internal interface IDisclosable
{
    /// <summary>Who of the staff saw the code last; null: nobody, as long as it has this code.</summary>
    string? DisclosedBy { get; set; }

    /// <summary>When, UTC.</summary>
    DateTime? DisclosedAt { get; set; }
}
