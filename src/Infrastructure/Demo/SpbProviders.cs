using System.Globalization;
using System.Text;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>Teachers whom other providers have trained in 2019-2020: as many as published, nobody twice.</summary>
internal static class SpbProviders
{
    private const string Source = "demo";
    private const string Completed = "29.05.2020";
    private const string Header =
        "Ключ работника;Организация;Где обучался;Программа;Вид программы;Часы;Окончание обучения";

    /// <param name="session">The centre.</param>
    /// <param name="keys">Keys of the employees and the codes of their organisations, in the order in which they are taken.</param>
    public static async Task LoadAsync(
        DemoSession session,
        IEnumerable<(string Key, string Organisation)> keys,
        CancellationToken cancellationToken
    )
    {
        using var people = keys.GetEnumerator();
        var text = new StringBuilder(Header);
        foreach (var row in DemoTable.Read("spb-central-training").Rows)
        {
            var kind = row["kind"] == "retraining" ? "ПП" : "ПК";
            for (var learner = 0; learner < row.Number("learners") && people.MoveNext(); learner++)
            {
                var (key, organisation) = people.Current;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"\r\n{key};{organisation};{row["provider"]};{row["title"]};{kind};{row.Number("hours")};{Completed}"
                );
            }
        }

        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        await session.ImportAsync(DemoKind.OutsideTraining, "training-records", Source, file, cancellationToken);
    }
}
