namespace MethodCenter.Domain.Learning.Orders;

/// <summary>Numbers of orders as centres write them.</summary>
public static class OrderNumbers
{
    /// <summary>«17» of «17-у», since the index does not make another number of it; of «01-05/17» the whole.</summary>
    public static string KeyOf(string number)
    {
        var digits = number.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : number.Length;
        return digits == 0 || number.AsSpan(digits).ContainsAnyInRange('0', '9')
            ? number.ToUpperInvariant()
            : number[..digits].TrimStart('0');
    }
}
