using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Office.Imports;

internal sealed class ImportMaker : Maker
{
    public ImportMaker()
    {
        Single("/exports/{dataset}", _ => Task.FromResult("/exports/organisations"));
        Single("/imports/{dataset}", _ => Task.FromResult("/imports/organisations"));
        Object(
            "/operations/{id}",
            async made =>
            {
                var code = made.Code("imported");
                var csv = $"Код;Краткое название;Вид\r\n{code};Ввезённая СОШ;Средняя школа\r\n";
                var operation = await Imports.RunAsync(made.Api, csv, dataset: "organisations");
                return Guid.Parse((string)operation["id"]!);
            }
        );
    }
}
