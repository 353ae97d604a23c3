using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Common;

namespace MethodCenter.Application.Tests.Common.Datasets;

/// <summary>Academic years and lists, as people write them.</summary>
public sealed class CellTests
{
    [Theory]
    [InlineData("2026-2027", 2026)]
    [InlineData("2026/2027", 2026)]
    [InlineData("2026–27", 2026)]
    [InlineData("2026 / 2027 уч. год", 2026)]
    [InlineData("2026-2027 учебный год", 2026)]
    [InlineData("2026-2028", null)]
    [InlineData("2026", null)]
    [InlineData("2026-2027 и далее", null)]
    [InlineData("1826-1827", null)]
    [InlineData("учебный", null)]
    public void An_academic_year_is_read_as_it_is_written(string text, int? start)
    {
        var row = Read(text, "");
        (row.Value.Year?.StartYear).ShouldBe(start);
        row.Refused.ShouldBe(start is null);
    }

    [Theory]
    [InlineData("Школа 5; СОШ № 5", new[] { "Школа 5", "СОШ № 5" })]
    [InlineData(" ;Школа 5;; ", new[] { "Школа 5" })]
    [InlineData(@"Школа\; бывшая; Другая", new[] { "Школа; бывшая", "Другая" })]
    [InlineData(@"C:\школа; D:\\", new[] { @"C:\школа", @"D:\" })]
    public void A_list_is_parted_by_semicolons(string text, string[] texts)
    {
        var row = Read("", text);
        row.Value.Names.ShouldBe(texts);
        TextList.Read(TextList.Write(row.Value.Names)!).ShouldBe(texts);
    }

    private static ImportRow<Row> Read(string year, string names)
    {
        var dataset = new Years();
        var session = new ImportSession<Row>(dataset, null!, null);
        session.Bind(["Год", "Названия"]).Refused.ShouldBeFalse();
        session.Add(
            new TableRow { Number = 2, Cells = [new Cell(year, CellMarks.None), new Cell(names, CellMarks.None)] }
        );
        return (ImportRow<Row>)session.Rows[0];
    }

    public sealed class Row
    {
        public AcademicYear? Year { get; set; }

        public IReadOnlyList<string>? Names { get; set; }
    }

    private sealed class Years : Dataset<Row>
    {
        public Years()
        {
            Year(row => row.Year, "Год");
            List(row => row.Names, "Названия");
        }

        public override string Name => "years";

        public override string Title => "Годы";

        public override string ReadPermission => "none";

        public override string WritePermission => "none";

        public override IReadOnlyList<string> Notes => [];

        public override Type ListType => typeof(ListQuery);

        public override string? KeyOf(Row row) => null;

        internal override IRowImporter<Row> Importer(IServiceProvider services) => throw new NotSupportedException();

        internal override Task WriteAsync(
            IServiceProvider services,
            ListQuery filter,
            ExportOptions options,
            ITableWriter writer,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();
    }
}
