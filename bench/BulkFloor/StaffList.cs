using System.Globalization;
using System.Text;

namespace MethodCenter.BulkFloor;

/// <summary>Makes up a staff list: names from short lists, СНИЛС with good checksums, one place of work each.</summary>
internal static class StaffList
{
    private static readonly string[] LastNames = ["Иванова", "Петрова", "Сидорова", "Кузнецова", "Соколова", "Попова"];
    private static readonly string[] FirstNames = ["Анна", "Мария", "Ольга", "Елена", "Татьяна", "Наталья", "Ирина"];
    private static readonly string[] Patronymics = ["Ивановна", "Петровна", "Сергеевна", "Алексеевна", "Андреевна"];

    public static async Task WriteAsync(int rows, int organisations, string file)
    {
        await using var output = new StreamWriter(file, false, new UTF8Encoding(true));
        await output.WriteLineAsync(
            "Ключ;Фамилия;Имя;Отчество;Дата рождения;Пол;СНИЛС;Образование;Педагогический стаж с;Организация;Должность;Вид занятости;Ставка;Работает с;Работает по"
        );
        for (var row = 0; row < rows; row++)
        {
            var birth = new DateOnly(1960, 1, 1).AddDays(row % 12000);
            var from = new DateOnly(2005, 9, 1).AddDays(row % 5000);
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{row:D6};{LastNames[row % 6]}{Letters(row)};{FirstNames[row % 7]};{Patronymics[row % 5]};{birth:dd.MM.yyyy};Женский;{Snils(row)};Высшее;{from:dd.MM.yyyy};org-{row % organisations:D3};teacher;Основное место работы;1;{from:dd.MM.yyyy};"
                )
            );
        }
    }

    /// <summary>Makes names differ without digits, which no name has.</summary>
    private static string Letters(int number)
    {
        var letters = new StringBuilder("-");
        do
        {
            letters.Append((char)('а' + (number % 30)));
            number /= 30;
        } while (number > 0);

        return letters.ToString();
    }

    private static string Snils(int row)
    {
        var digits = (100_000_000 + row).ToString(CultureInfo.InvariantCulture);
        var sum = 0;
        for (var place = 0; place < 9; place++)
        {
            sum += (digits[place] - '0') * (9 - place);
        }

        var check = sum % 101 is 100 ? 0 : sum % 101;
        return string.Create(CultureInfo.InvariantCulture, $"{digits[..3]}-{digits[3..6]}-{digits[6..]} {check:D2}");
    }
}
