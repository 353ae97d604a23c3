using DocumentFormat.OpenXml.Wordprocessing;
using MethodCenter.Application.Common.Papers;
using Graphics = DocumentFormat.OpenXml.Drawing;
using Inline = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;

namespace MethodCenter.Infrastructure.Papers;

/// <summary>A picture in the line of the text.</summary>
internal static class DocxPicture
{
    /// <summary>English metric units, in which drawings are measured.</summary>
    private const long UnitsPerMillimetre = 36000;

    public static Drawing Of(string part, PaperImage image, uint number)
    {
        var side = image.Millimetres * UnitsPerMillimetre;
        var picture = new Pictures.Picture(
            new Pictures.NonVisualPictureProperties(
                new Pictures.NonVisualDrawingProperties { Id = number, Name = $"picture{number}.png" },
                new Pictures.NonVisualPictureDrawingProperties()
            ),
            new Pictures.BlipFill(
                new Graphics.Blip { Embed = part },
                new Graphics.Stretch(new Graphics.FillRectangle())
            ),
            new Pictures.ShapeProperties(
                new Graphics.Transform2D(
                    new Graphics.Offset { X = 0, Y = 0 },
                    new Graphics.Extents { Cx = side, Cy = side }
                ),
                new Graphics.PresetGeometry(new Graphics.AdjustValueList())
                {
                    Preset = Graphics.ShapeTypeValues.Rectangle,
                }
            )
        );
        return new Drawing(
            new Inline.Inline(
                new Inline.Extent { Cx = side, Cy = side },
                new Inline.DocProperties
                {
                    Id = number,
                    Name = $"Picture {number}",
                    Description = DocxPaper.Clean(image.Alternative),
                },
                new Graphics.Graphic(
                    new Graphics.GraphicData(picture)
                    {
                        Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
                    }
                )
            )
            {
                DistanceFromTop = 0,
                DistanceFromBottom = 0,
                DistanceFromLeft = 0,
                DistanceFromRight = 0,
            }
        );
    }
}
