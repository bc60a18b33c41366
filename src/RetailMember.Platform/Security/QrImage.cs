using QRCoder;

namespace RetailMember.Platform.Security;

/// <summary>A QR code as a PNG image in a data address.</summary>
internal static class QrImage
{
    private const int PixelsPerModule = 5;

    public static string Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(data);
        return "data:image/png;base64," + Convert.ToBase64String(image.GetGraphic(PixelsPerModule));
    }
}
