Console.WriteLine("gigatrace");
