# Tables: a row is a line.
# ruff: noqa: E501
"""The words the painter knows, as data: what people write -> what is drawn. Each row lists its words with `|`."""


def table(rows: dict[str, str]) -> dict[str, str]:
    return {word: kind for kind, words in rows.items() for word in words.split("|")}


SETTINGS = table({
    "cafe": "café|cafe|coffee shop|espresso bar|coffee bar|coffeehouse|teahouse|restaurant|diner|bistro|咖啡馆|咖啡店|餐厅",
    "shop": "shop|store|boutique|bakery|bookshop|supermarket|counter|商店|面包店",
    "street": "street|alley|sidewalk|town|village|road|neighbourhood|neighborhood|crosswalk|街|街道",
    "skyline": "skyline|city|rooftop|downtown|cityscape|metropolis|tokyo|new york|london|paris|城市",
    "beach": "beach|seaside|coast|shore|island|tropical|ocean view|sea|ocean|沙滩|海滩|海边",
    "forest": "forest|woods|woodland|jungle|grove|森林|树林",
    "mountains": "mountain|mountains|alps|peak|summit|hill|cliff|valley|trail|山",
    "snow": "snow|snowy|winter|ski|arctic|ice|icy|frozen|雪|雪地|冬天",
    "desert": "desert|dunes|dune|sahara|canyon|mars|沙漠",
    "space": "space|outer space|on the moon|galaxy|cosmos|moon surface|orbit|starship|太空|宇宙",
    "office": "office|desk|meeting room|workplace|coworking|startup|studio office|conference room|classroom|school|办公室|教室",
    "kitchen": "kitchen|cooking|baking|stove|厨房",
    "room": "room|living room|bedroom|home|apartment|sofa|couch|fireplace|indoors|interior|客厅|卧室|房间",
    "park": "park|garden|meadow|lawn|playground|picnic|backyard|greenhouse|公园|花园",
    "show": "stage|theatre|theater|concert|spotlight|podium|gig|舞台|演唱会",
    "library": "library|bookshelves|archive|reading room|图书馆",
    "harbour": "harbour|harbor|marina|pier|dock|port|lake|river|港口|湖",
    "clouds": "sky|clouds|heaven|above the clouds|天空|云",
    "underwater": "underwater|under water|coral|reef|aquarium|deep sea|海底",
    "studio": "studio|plain background|white background|seamless|backdrop|product shot|isolated|背景",
    "field": "field|farm|countryside|prairie|barn|vineyard|tractor|农场|田野",
})  # fmt: skip

THINGS = table({
    "mug": "mug|cup|coffee cup|teacup|coffee|tea|espresso|杯子|杯|咖啡杯|咖啡|马克杯|茶杯",
    "latte": "latte|cappuccino|latte art|flat white|拿铁",
    "lamp": "lamp|desk lamp|table lamp|pendant|light bulb|lantern|台灯|灯",
    "floorlamp": "floor lamp|standing lamp|落地灯",
    "laptop": "laptop|macbook|notebook computer|笔记本电脑|电脑",
    "phone": "phone|smartphone|mobile|iphone|app|手机",
    "book": "book|novel|diary|notebook|书|书本", "books": "books|stack of books|pile of books",
    "cake": "cake|birthday cake|dessert|cupcake|蛋糕", "bread": "bread|croissant|pastry|loaf|面包",
    "fruit": "fruit|apple|fruit bowl|oranges|bowl|水果|苹果", "bottle": "bottle|wine|perfume|potion|瓶子",
    "vase": "vase|bouquet|花瓶", "flower": "flower|rose bush|tulip|daisy|sunflower|花",
    "plant": "plant|potted plant|houseplant|fern|monstera|shrub|绿植|盆栽|植物", "gift": "gift|present|gift box|box|parcel|礼物|盒子",
    "camera": "vintage camera|photo camera|相机", "clock": "clock|alarm clock|watch|时钟|钟", "guitar": "guitar|ukulele|吉他",
    "machine": "espresso machine|coffee machine|咖啡机", "computer": "computer|monitor|screen|显示器",
    "candle": "candle|candles|蜡烛", "pizza": "pizza|披萨", "bag": "bag|handbag|tote|shopping bag|包|袋子",
    "shoe": "sneaker|running shoe|trainers|鞋|运动鞋", "ball": "ball|basketball|football|球",
    "trophy": "trophy|award|medal|奖杯", "chair": "chair|armchair|stool|椅子", "sofa": "sofa|couch|沙发", "table": "side table",
    "poster": "painting|picture frame|framed picture|art print|画", "logo": "logo|emblem|icon|brand mark|标志",
    "sign": "signboard|chalkboard|menu board|billboard|招牌|黑板",
    "tree": "tree|oak|maple|树", "pine": "pine|fir|christmas tree|松树", "palm": "palm|palm tree|棕榈", "cactus": "cactus|cacti|仙人掌",
    "house": "house|cottage|cabin|hut|barn|房子", "castle": "castle|palace|fortress|城堡", "tower": "lighthouse|灯塔",
    "car": "car|taxi|convertible|汽车|车", "bus": "bus|van|truck|公交车", "train": "train|tram|metro|火车",
    "bicycle": "bicycle|bike|cycling|自行车", "boat": "boat|ship|sailboat|yacht|船", "rocket": "rocket|spaceship|火箭",
    "plane": "plane|airplane|aircraft|飞机", "balloon": "balloon|balloons|气球", "airballoon": "hot air balloon|hot-air balloon|热气球",
    "kite": "kite|风筝", "umbrella": "umbrella|parasol|雨伞|伞", "snowman": "snowman|雪人", "bench": "bench|长椅",
    "streetlamp": "street lamp|streetlight|路灯", "fence": "fence", "tent": "tent|camping|帐篷", "campfire": "campfire|bonfire|篝火",
    "mushroom": "mushroom|mushrooms|蘑菇", "moon": "moon|月亮", "star": "star|星星", "heart": "heart|爱心|心",
    "planet": "planet|saturn|行星", "rainbow": "rainbow|彩虹",
})  # fmt: skip

ANIMALS = table({
    "fox": "fox|foxes|狐狸", "cat": "cat|kitten|kitty|猫|小猫", "dog": "dog|puppy|hound|狗|小狗", "bear": "bear|teddy|熊",
    "panda": "panda|熊猫", "rabbit": "rabbit|bunny|hare|兔子|兔", "lion": "lion|狮子", "tiger": "tiger|老虎", "mouse": "mouse|mice|老鼠",
    "wolf": "wolf|wolves|husky|狼", "deer": "deer|reindeer|stag|鹿", "cow": "cow|牛", "pig": "pig|piglet|猪", "monkey": "monkey|猴子",
    "koala": "koala|考拉", "raccoon": "raccoon|浣熊", "hamster": "hamster|squirrel|仓鼠|松鼠",
    "bird": "bird|sparrow|robin|parrot|duck|chicken|鸟|小鸟", "flying": "seagull|swallow|eagle|flying bird",
    "penguin": "penguin|企鹅", "owl": "owl|猫头鹰", "fish": "fish|goldfish|clownfish|鱼", "whale": "whale|dolphin|shark|鲸鱼|海豚",
    "horse": "horse|pony|马", "unicorn": "unicorn|独角兽", "turtle": "turtle|tortoise|乌龟", "butterfly": "butterfly|butterflies|蝴蝶",
    "bee": "bee|bees|蜜蜂", "dinosaur": "dinosaur|dragon|t-rex|恐龙|龙",
})  # fmt: skip
ROBOTS = table({"robot": "robot|robots|android|droid|bot mascot|机器人"})
PEOPLE = table({
    "woman": "woman|women|lady|girlfriend|mother|mum|mom|queen|actress|waitress|女人|女士|女性|妈妈|她",
    "man": "man|men|guy|gentleman|father|dad|king|boyfriend|actor|waiter|男人|男士|男性|爸爸",
    "girl": "girl|daughter|schoolgirl|女孩", "boy": "boy|son|schoolboy|男孩", "child": "child|children|kid|kids|toddler|孩子",
    "old": "grandmother|grandma|grandfather|grandpa|old man|old woman|elderly|senior|老人|奶奶|爷爷",
    "person": "person|people|someone|human|hero|heroine|runner|customer|customers|friend|friends|student|teacher|developer|"
              "engineer|designer|dancer|singer|musician|traveller|traveler|hiker|couple|family|crowd|team|worker|artist|colleague|"
              "colleagues|businesswoman|businessman|speaker|cyclist|surfer|player|athlete|人|人物",
    "barista": "barista|咖啡师", "chef": "chef|cook|baker|厨师", "astronaut": "astronaut|cosmonaut|宇航员",
    "doctor": "doctor|scientist|nurse|医生", "builder": "builder|construction worker|mechanic",
})  # fmt: skip
CROWD = {"couple": 2, "friends": 3, "people": 2, "family": 4, "team": 4, "crowd": 5, "children": 2, "kids": 2, "customers": 2,
         "men": 2, "women": 2, "colleagues": 3}  # fmt: skip
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "several": 3, "many": 5, "some": 2,
           "pair of": 2, "couple of": 2, "dozen": 6, "两只": 2, "两个": 2, "三只": 3, "三个": 3}  # fmt: skip

ACTIONS = table({
    "thumbs_up": "thumbs up|thumbs-up|thumb up|gives a thumbs|approving|点赞|竖起大拇指",
    "wave": "waving|waves|wave hello|wave|greeting|says hi|hello|welcome|welcoming|welcomes|挥手",
    "machine": "at the espresso machine|at the coffee machine|espresso machine|pulling a shot|making coffee|makes coffee|brewing|咖啡机",
    "pour": "pouring|pours|pour|latte art|watering|倒",
    "serve": "serving|serves|tray|hands over|handing|delivering|presents|presenting|offers",
    "read": "reading|reads|看书|读书", "phone": "on the phone|texting|selfie|scrolling|using her phone|using his phone|holding a phone",
    "type": "typing|coding|at the laptop|at her desk|at his desk|at the desk|working on a laptop|works on a laptop|programming",
    "run": "runner|running|runs|run|jogging|sprinting|racing|chasing|跑步|奔跑|跑", "walk": "walking|walks|strolling|hiking|走",
    "jump": "jumping|jumps|leaping|leap|jump|跳", "cheer": "cheering|celebrating|celebrates|celebration|hooray|arms raised|victory|庆祝",
    "sit": "sitting|sits|seated|relaxing|坐|坐着", "drink": "drinking|sipping|sips|drinks|喝",
    "think": "thinking|thoughtful|pondering|wondering", "crossed": "arms crossed|crossed arms|arms folded",
    "point": "pointing|points|explaining|shows|showing|teaching", "sing": "singing|sings|karaoke|speech|microphone|唱歌",
    "dance": "dancing|dances|dance|party|跳舞", "umbrella": "under an umbrella|with an umbrella|holding an umbrella|umbrella|打伞",
    "guitar": "playing guitar|plays guitar|playing the guitar", "paint": "painting a|paints|drawing a|easel",
    "sign": "holding a sign|holding a banner|holds a sign|with a sign|holding a poster",
    "hold": "holding|holds|carrying|with a cup|with a mug|with a coffee|with a balloon|拿着",
    "hips": "hands on hips|proud|confident|heroic|standing tall", "surprise": "surprised|shocked|amazed|astonished|惊讶",
    "sleep": "sleeping|asleep|sleepy|napping|睡觉", "sad": "sad|crying|lonely|tired|难过",
    "hero": "opens the|opening|cover|key visual|hero shot|grand opening|launch",
})  # fmt: skip
LIGHTS = table({
    "night": "night|midnight|moonlit|moonlight|starry|nighttime|after dark|夜|夜晚|晚上|夜景", "dawn": "dawn|sunrise|morning|early light|日出|清晨|早晨|黎明",
    "dusk": "dusk|sunset|evening|golden hour|twilight|日落|黄昏|傍晚", "noon": "noon|midday|bright day|sunny|daylight|daytime|正午|中午|白天",
    "neon": "neon|cyberpunk|synthwave|霓虹", "candle": "candlelight|candle-lit|candlelit|by candle|烛光",
})  # fmt: skip
WEATHERS = table({
    "rain": "rain|rainy|raining|storm|drizzle|wet street|下雨|雨天|雨", "snow": "snowing|snowfall|snowy|blizzard|falling snow|下雪|雪",
    "fog": "fog|foggy|mist|misty|haze|雾",
})  # fmt: skip
SEASONS = table({"autumn": "autumn|autumnal|october|fall leaves|in fall|秋天|秋季", "snow": "winter|christmas|in the snow|冬天|冬季",
                 "spring": "spring|cherry blossom|sakura|blossoms|春天|樱花"})  # fmt: skip
STYLES = table({
    "watercolour": "watercolour|watercolor|aquarelle|wash painting|水彩|水彩画",
    "photo": "photo|photograph|photography|photoreal|photorealistic|photo-realistic|realistic|cinematic|dslr|film still|35mm|bokeh|documentary|照片|写实|摄影",
    "line": "line art|line drawing|ink|sketch|pencil|outline|black and white drawing|doodle|hand-drawn|线稿|素描|线条",
    "clay": "3d|clay|claymation|plasticine|render|pixar|isometric|toy|3D|黏土",
    "pixel": "pixel|pixel art|8-bit|16-bit|8bit|像素", "comic": "comic|manga|pop art|graphic novel|halftone|anime|cartoon|漫画",
    "poster": "retro|vintage|screen print|risograph|riso|poster style|travel poster|mid-century|bauhaus|复古|海报风格",
    "neon": "cyberpunk|synthwave|vaporwave|neon style|neon|赛博朋克",
    "noir": "noir|film noir", "papercut": "papercut|paper cut|cut paper|paper-cut",
    "gouache": "storybook|gouache|children's book|picture book|oil painting|oil on canvas|oil|painterly|impressionist|crayon|pastel|ghibli|绘本|油画",
    "flat": "flat|flat style|vector|minimal|minimalist|扁平",
})  # fmt: skip
CAMERAS = table({
    "close": "close-up|closeup|close up|macro|headshot|face shot|extreme close|特写", "portrait": "portrait|bust|half-length|head and shoulders|avatar|profile picture|肖像",
    "wide": "wide shot|wide|panorama|panoramic|establishing|from afar|distant|landscape view|全景", "above": "from above|top-down|overhead|bird's eye|bird's-eye|flat lay|俯视",
    "full": "full body|full-body|full length|head to toe|全身", "medium": "medium shot|waist-up|waist up|mid shot|half body|半身",
})  # fmt: skip
TOPS = table({
    "coat": "coat|trench coat|overcoat|parka|大衣|外套", "raincoat": "raincoat|rain coat|雨衣", "jacket": "jacket|blazer|bomber|leather jacket|cardigan|denim jacket|夹克",
    "hoodie": "hoodie|hooded|sweatshirt|卫衣", "sweater": "sweater|jumper|pullover|turtleneck|knit|毛衣", "tshirt": "t-shirt|tshirt|tee|top|T恤",
    "shirt": "shirt|blouse|flannel|衬衫", "dress": "dress|gown|sundress|裙子|连衣裙", "suit": "suit|tuxedo|西装", "labcoat": "lab coat|white coat",
    "overalls": "overalls|dungarees", "jersey": "jersey|sportswear|running shirt|tracksuit", "spacesuit": "spacesuit|space suit", "vest": "vest|waistcoat",
})  # fmt: skip
BOTTOMS = table(
    {"trousers": "trousers|pants|jeans|chinos|leggings|裤子|牛仔裤", "skirt": "skirt|短裙", "shorts": "shorts|短裤"}
)
HATS = table({"beanie": "beanie|woolly hat|knit cap|wool hat", "cap": "cap|baseball cap|鸭舌帽", "straw": "straw hat|sun hat", "hat": "hat|fedora|帽子",
              "helmet": "helmet|hard hat|头盔", "chef": "chef hat|chef's hat", "crown": "crown|tiara|皇冠", "hijab": "hijab|headscarf|头巾",
              "headphones": "headphones|headset|耳机"})  # fmt: skip
WORN = table({"glasses": "glasses|spectacles|eyeglasses|眼镜", "sun": "sunglasses|shades|墨镜", "beard": "beard|bearded|胡子", "moustache": "moustache|mustache",
              "freckles": "freckles|freckled|雀斑", "scarf": "scarf|围巾", "apron": "apron|围裙", "earrings": "earrings|earring|耳环",
              "bald": "bald|shaved head|光头"})  # fmt: skip
HAIR_STYLES = table({"bob": "bob|short|shoulder-length|短发", "long": "long|straight|长发", "wavy": "wavy", "curly": "curly|curls|frizzy|卷发", "afro": "afro",
                     "bun": "bun|updo|top knot|丸子头", "ponytail": "ponytail|pony tail|马尾", "braids": "braids|braided|pigtails|plaits|辫子", "spiky": "spiky|mohawk",
                     "buzz": "buzz|buzz cut|buzzcut|cropped", "pixie": "pixie", "fringe": "fringe|bangs", "quiff": "quiff|pompadour", "side": "side part|side-parted"})  # fmt: skip
SKIN_WORDS = {"pale": "#f8dcc6", "fair": "#f6cfb0", "light": "#f3c9a6", "olive": "#cf9f72", "tan": "#c98f63", "tanned": "#c98f63", "brown": "#935b3a",
              "dark": "#6f4228", "black": "#5d3723", "deep": "#5d3723", "golden": "#dca874", "freckled": "#f6cfb0"}  # fmt: skip
PATTERNS = table(
    {
        "stripes": "striped|stripes|stripy|条纹",
        "dots": "polka dot|polka-dot|dotted|spotted|圆点",
        "checks": "plaid|checked|tartan|flannel|格子",
        "star": "star print",
    }
)
MOODS = table(
    {
        "happy": "happy|smiling|cheerful|joyful|friendly|excited|微笑|开心",
        "sad": "sad|melancholy|crying|伤心",
        "surprised": "surprised|shocked|amazed",
        "determined": "determined|serious|focused|angry|fierce",
        "calm": "calm|peaceful|relaxed|gentle",
        "joy": "laughing|ecstatic|delighted|大笑",
    }
)
