using System.Globalization;
using MethodCenter.DueFloor;

// The floor of the report of due training: the same figures by two SQL commands that a person would write by hand.
//   fill PROVIDER CONNECTION DISTRICTS              each with 100 schools, 4,500 teachers and ten years of training
//   measure PROVIDER CONNECTION URL KEY ROUNDS      medians of service and floor in turn, milliseconds; their ratio
SQLitePCL.Batteries_V2.Init();
switch (args)
{
    case ["fill", var provider, var connection, var districts]:
        await using (var district = await Database.OpenAsync(provider, connection))
        {
            await Fill.RunAsync(district, int.Parse(districts, CultureInfo.InvariantCulture));
        }

        return 0;
    case ["measure", var provider, var connection, var url, var key, var rounds]:
        await using (var database = await Database.OpenAsync(provider, connection))
        {
            Console.WriteLine(
                await Measurement.RunAsync(database, url, key, int.Parse(rounds, CultureInfo.InvariantCulture))
            );
        }

        return 0;
    default:
        Console.Error.WriteLine("See the head of Program.cs.");
        return 2;
}
