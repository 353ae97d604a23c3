using MethodCenter.Application.Common.Papers;

namespace MethodCenter.Infrastructure.Papers;

/// <inheritdoc cref="IPaperWriter"/>
internal sealed class PaperWriter : IPaperWriter
{
    public byte[] Write(Paper paper, PaperFormat format) =>
        format switch
        {
            PaperFormat.Docx => DocxPaper.Write(paper),
            _ => HtmlPaper.Write(paper),
        };
}
