using System.Security.Cryptography;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue.Pictures;

/// <summary>
/// A picture as it may be kept and shown: a PNG or JPEG by its content, of bounded size, and without what cameras and
/// programs write beside it, such as where it was taken.
/// </summary>
internal sealed record PictureFile(string ContentType, int Width, int Height, byte[] Content)
{
    public const int LargestFile = 1024 * 1024;
    public const int MostPixels = 4096;

    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 12));

    /// <summary>Refuses <c>redemption.picture-too-large</c> and <c>redemption.not-a-picture</c>.</summary>
    public static PictureFile Read(byte[] file)
    {
        if (file.Length > LargestFile) throw TooLarge();
        var picture = PngPicture.Read(file) ?? JpegPicture.Read(file)
            ?? throw new Refusal("redemption.not-a-picture", RefusalKind.Invalid);
        return picture is { Width: > 0 and <= MostPixels, Height: > 0 and <= MostPixels } ? picture : throw TooLarge();
    }

    private static Refusal TooLarge() => new(
        "redemption.picture-too-large", RefusalKind.Invalid, ("kilobytes", LargestFile / 1024), ("pixels", MostPixels));
}
