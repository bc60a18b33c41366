using RetailMember.Data;

namespace RetailMember.Redemption.Data;

/// <summary>What a reward looks like. Kept with the other rows, so that every host has it and a backup holds it.</summary>
internal sealed class RewardPicture : IBrandOwned
{
    public Guid RewardId { get; init; }

    public int BrandId { get; init; }

    /// <summary>By its content, never by what the sender called it.</summary>
    public required string ContentType { get; set; }

    /// <summary>Changes with the content, so that browsers may keep a picture for good.</summary>
    public required string Hash { get; set; }

    public required byte[] Content { get; set; }
}
